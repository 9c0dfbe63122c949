import pytest

from consult.proposals.control import RIGHTS, control_sentence, controls
from consult.proposals.enums import Article6
from tests.proposals.examples import a_content, basis


def on(article6, **more):
    return a_content(lawful_basis=[basis("c1", article6)], **more)


@pytest.mark.parametrize("article6", Article6)
def test_every_basis_has_a_control_and_a_sentence(article6):
    control = controls(on(article6))[0]

    assert control.what_you_can_do
    assert control.button_label
    assert control.rights == RIGHTS[article6]
    assert control_sentence(on(article6))


def test_rights_follow_the_law():
    assert RIGHTS[Article6.LEGAL_OBLIGATION].object == "no"
    assert RIGHTS[Article6.PUBLIC_TASK].object == "yes"
    assert RIGHTS[Article6.CONSENT].object == "withdraw"
    assert RIGHTS[Article6.CONTRACT].portability == "yes"


def test_a_promise_changes_the_button_of_a_duty_only():
    promised = controls(on("public_task", opt_out_offered=True))[0]
    must = controls(on("legal_obligation", opt_out_offered=True))[0]

    assert (promised.button_label, promised.is_promise) == ("Say no", True)
    assert not must.is_promise


def test_a_duty_is_never_dressed_as_consent():
    sentence = control_sentence(on("public_task"))

    assert "no opt-out" in sentence
    assert "consent" not in sentence
    assert "say yes" not in sentence


def test_the_sentence_promises_no_more_than_the_weakest_basis():
    mixed = a_content(lawful_basis=[basis("c1", "consent"), basis("t1", "legal_obligation")])

    assert control_sentence(mixed).startswith("The law says")


def test_unknown_parties_and_bases_have_no_control():
    assert controls(a_content(lawful_basis=[basis("gone"), basis("c1", "whim")])) == []
    assert "not settled" in control_sentence({})
