"""Own rules that do nothing as they are: a pattern that cannot be used, or something allowed without a reason."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity, noticed
from riec_desktop.checks.own_rules import pattern_problem
from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear, WordRule


def own_rule_problems(dossier: Dossier, _: ReportYear) -> Iterator[Finding]:
    """What is wrong with them, at the rule itself."""
    for one in dossier.where(WordRule, "kind", WordRuleKind.PATTERN):
        problem = pattern_problem(one.text)
        if problem:
            sentence = f"Eigen regels, patroon ‘{one.text}’ doet nog niets: {problem}"
            yield noticed(one, "text", Severity.WARNING, "words.pattern", sentence)
    for one in dossier.where(WordRule, "kind", WordRuleKind.ALLOWED):
        if not one.note:
            sentence = f"Eigen regels, ‘{one.text}’ is pas toegestaan als bij de toelichting staat waarom."
            yield noticed(one, "note", Severity.WARNING, "words.no_reason", sentence)
