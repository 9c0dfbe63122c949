import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.councils import png, svg
from tests.councils.pictures import a_png, an_svg, chunk

pytestmark = pytest.mark.either


def test_a_plain_picture_stays_as_it_is():
    assert png.cleaned(a_png()) == a_png()


def test_words_and_places_in_a_picture_are_dropped():
    extra = (
        chunk(b"tEXt", b"Author\0Ann"),
        chunk(b"eXIf", b"II*\0where"),
        chunk(b"acTL", b"\0" * 8),
    )

    assert png.cleaned(a_png(2, 2, *extra, tail=b"<script>")) == a_png()


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (b"GIF89a", "broken"),
        (a_png()[:-4], "broken"),
        (a_png().replace(b"IHDR", b"IHDX"), "broken"),
        (a_png(2, 2, chunk(b"ABCD", b"unknown and critical")), "broken"),
        (a_png(0, 2), "broken"),
        (a_png(2, 2, pixels=b"\0" * 5), "broken"),
        (a_png(2, 2, pixels=b"\0" * 5_000_000), "broken"),
        (a_png(2001, 1, pixels=b""), "large"),
        (a_png(1, 4_000_000_000, pixels=b""), "large"),
        (a_png(2, 2, chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0))), "broken"),
    ],
)
def test_what_is_no_honest_png_is_refused(picture, why):
    with pytest.raises(png.NotPng) as refused:
        png.cleaned(picture)

    assert str(refused.value) == why


@given(st.binary(max_size=200), st.integers(0, 60))
def test_damaged_pictures_never_break_the_reader(noise, at):
    whole = a_png()
    try:
        cleaned = png.cleaned(whole[:at] + noise + whole[at + len(noise) :])
    except png.NotPng:
        return

    assert cleaned == whole


def test_shapes_and_their_paint_are_kept():
    cleaned = svg.cleaned(
        an_svg('<title>Bird</title><g fill="#123456"><circle cx="5" cy="5" r="4"/></g>')
    ).decode()

    assert 'viewBox="0 0 10 10"' in cleaned
    assert '<g fill="#123456"><circle cx="5" cy="5" r="4" /></g>' in cleaned
    assert "<title>Bird</title>" in cleaned


def test_paint_written_as_a_style_becomes_plain_attributes():
    cleaned = svg.cleaned(an_svg('<path d="M0 0" style="fill: #abc; position: fixed"/>')).decode()

    assert 'fill="#abc"' in cleaned
    assert "style" not in cleaned
    assert "fixed" not in cleaned


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        '<script href="//evil.example/x.js"/>',
        "<style>*{background:url(//evil.example)}</style>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img/></body></foreignObject>",
        "<a href='javascript:alert(1)'><rect/></a>",
        "<use href='//evil.example/x.svg#a'/>",
        "<image href='//evil.example/x.png'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<set attributeName='onload' to='alert(1)'/>",
        "<rect onclick='alert(1)'/>",
        "<rect ONLOAD='alert(1)'/>",
        "<rect fill='url(//evil.example/#a)'/>",
        "<rect fill='url(javascript:alert(1))'/>",
        "<rect style='fill:url(//evil.example/#a)'/>",
        "<rect clip-path='URL(http://evil.example/#a)'/>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
        "<svg onload='alert(1)'/>",
        "<?xml-stylesheet href='//evil.example/x.css'?>",
        "<desc>&lt;script&gt;alert(1)&lt;/script&gt;</desc>",
    ],
)
def test_nothing_that_acts_or_calls_out_survives(evil):
    cleaned = svg.cleaned(an_svg(evil + '<path d="M0 0L9 9"/>')).decode().lower()

    for sign in ("<script", "<style", "foreign", "href", "onload", "onclick", "evil", "javascript",
                 "<use", "<image", "<animate", "<set", "<?xml-stylesheet"):  # fmt: skip
        assert sign not in cleaned
    assert "<path" in cleaned


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (b"<svg", "broken"),
        (b"<html><svg/></html>", "broken"),
        (b'<!DOCTYPE svg SYSTEM "x"><svg/>', "entities"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "entities"),
        (an_svg("<text>Only words</text>"), "empty"),
        (an_svg("<g>" * 40 + "</g>" * 40), "large"),
        (an_svg("<path/>" * 3000), "large"),
    ],
)
def test_what_is_no_plain_drawing_is_refused(picture, why):
    with pytest.raises(svg.NotSvg) as refused:
        svg.cleaned(picture)

    assert str(refused.value) == why


def test_cleaning_twice_is_cleaning_once():
    once = svg.cleaned(an_svg('<rect width="3" height="3" fill="url(#a)" style="stroke:red"/>'))

    assert svg.cleaned(once) == once
