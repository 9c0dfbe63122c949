// Builds static/: one style sheet per layout, one script, named after their content; and the manifest.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import * as sass from "sass";

const govuk = sass.compile("assets/scss/govuk.scss", {
  loadPaths: ["."],
  quietDeps: true,
  silenceDeprecations: ["if-function"],
  logger: sass.Logger.silent,
}).css;

const first = ["tokens", "base"];
const last = ["narrow", "forced", "print"];
const rank = (name) => (first.includes(name) ? first.indexOf(name) : last.includes(name) ? 100 + last.indexOf(name) : 50);
const sheets = (folder) =>
  readdirSync(`assets/css/${folder}`)
    .map((file) => file.replace(".css", ""))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((name) => readFileSync(`assets/css/${folder}/${name}.css`, "utf8"))
    .join("\n");

const minified = async (css) => (await transform(css, { loader: "css", minify: true, legalComments: "none" })).code;
const site = sheets("site");
const script = await build({
  entryPoints: ["assets/js/main.js"],
  bundle: true,
  minify: true,
  format: "esm",
  write: false,
  target: "es2020",
});

const bundled = async (entry, format) =>
  Buffer.from(
    (await build({ entryPoints: [entry], bundle: true, minify: true, format, write: false, target: "es2018" }))
      .outputFiles[0].contents,
  );

const files = {
  "site.css": ["css/site", "css", Buffer.from(await minified(govuk + site))],
  "desk.css": ["css/desk", "css", Buffer.from(await minified(govuk + site + sheets("desk")))],
  "site.js": ["js/site", "js", Buffer.from(script.outputFiles[0].contents)],
  "embed.css": ["css/embed", "css", Buffer.from(await minified(sheets("embed")))],
  "embed.js": ["js/embed", "js", await bundled("assets/js/embed.js", "esm")],
  "loader.js": ["embed/loader", "js", await bundled("assets/js/loader.js", "iife")],
  "icon.svg": ["css/icon", "svg", readFileSync("assets/icon.svg")],
  "share.png": ["css/share", "png", readFileSync("assets/share.png")],
  "htmx.js": ["vendor/htmx-2.0.11", "js", readFileSync("node_modules/htmx.org/dist/htmx.min.js")],
};

for (const folder of ["css", "js", "vendor"]) {
  rmSync(`static/${folder}`, { recursive: true, force: true });
  mkdirSync(`static/${folder}`, { recursive: true });
}
mkdirSync("static/embed", { recursive: true }); // kept for ever: councils' pages may name an old one
const manifest = {};
for (const [name, [stem, ending, content]] of Object.entries(files)) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  manifest[name] = `${stem}-${hash}.${ending}`;
  writeFileSync(`static/${manifest[name]}`, content);
  writeFileSync(`static/${manifest[name]}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`static/${manifest[name]}.br`, brotliCompressSync(content));
  console.log(name, content.length, "bytes,", gzipSync(content).length, "compressed");
}
writeFileSync("static/manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
