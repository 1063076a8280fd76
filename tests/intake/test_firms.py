"""Names of firms: the form apart from the name, quotes, short and former names; and that no letter is lost."""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.intake.firms import firm_of

# What stands in the cell -> the name, its form, the name in the register ("=": all of it), other names, what is odd.
NAMES: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("ООО «Ромашка»", "Ромашка", "ООО", "=", "", ""),
    ("ООО Ромашка", "Ромашка", "ООО", "=", "", ""),
    ('ООО"Ромашка"', "Ромашка", "ООО", "ООО«Ромашка»", "", ""),
    ("Ромашка, ООО", "Ромашка", "ООО", "=", "", ""),
    ("Ромашка ООО", "Ромашка", "ООО", "=", "", ""),
    ("Ромашка (ООО)", "Ромашка", "ООО", "=", "", ""),
    ("Ромашка", "Ромашка", "", "", "", ""),
    ("«Ромашка»", "Ромашка", "", "=", "", ""),
    ("ооо ромашка", "ромашка", "ООО", "=", "", ""),
    ('ао "квант"', "квант", "АО", "ао «квант»", "", ""),
    ("OOO «Ромашка»", "Ромашка", "ООО", "=", "", ""),
    ('Общество с ограниченной ответственностью "Ромашка"', "Ромашка", "ООО",
     "Общество с ограниченной ответственностью «Ромашка»", "", ""),
    ("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ «РОМАШКА»", "РОМАШКА", "ООО", "=", "", ""),
    ("Ромашка, общество с ограниченной ответственностью", "Ромашка", "ООО", "=", "", ""),
    ("Открытое акционерное общество «Минский тракторный завод» (ОАО «МТЗ»)", "Минский тракторный завод", "ОАО",
     "Открытое акционерное общество «Минский тракторный завод»", "МТЗ", ""),
    ("Минский тракторный завод (МТЗ)", "Минский тракторный завод", "", "", "МТЗ", ""),
    ('"Беларуськалий" ОАО', "Беларуськалий", "ОАО", "«Беларуськалий» ОАО", "", ""),
    ("ОАО «БЕЛАЗ» – управляющая компания холдинга «БЕЛАЗ-ХОЛДИНГ»", "БЕЛАЗ", "ОАО", "=", "", ""),
    ("ООО «Ромашка», г. Минск", "Ромашка", "ООО", "=", "", ""),
    ("ГНУ «Институт металлургии» НАН Беларуси", "«Институт металлургии» НАН Беларуси", "ГНУ", "=", "", ""),
    ("АО «ПО «Сплав» им. Э. С. Яковлева»", "ПО «Сплав» им. Э. С. Яковлева", "АО", "=", "", ""),
    ("ОАО «Завод «Луч»»", "Завод «Луч»", "ОАО", "=", "", ""),
    ('ОАО "Завод "Луч""', "Завод «Луч»", "ОАО", "ОАО «Завод «Луч»»", "", ""),
    ("ОАО “Завод „Луч”", "Завод «Луч»", "ОАО", "ОАО «Завод «Луч»", "", "I008"),
    ("ОАО «Завод «Луч»", "Завод «Луч»", "ОАО", "=", "", "I008"),
    ('Торговый дом "Ромашка", ООО', "Торговый дом «Ромашка»", "ООО", "Торговый дом «Ромашка», ООО", "", ""),
    ("СП ООО «Санта»", "Санта", "СП ООО", "=", "", ""),
    ("Частное производственно-торговое унитарное предприятие «Ветер»", "Ветер", "ЧПТУП", "=", "", ""),
    ("ФГБОУ ВО «МГУ»", "МГУ", "ФГБОУ ВО", "=", "", ""),
    ("ТАА «Зара»", "Зара", "ТАА", "=", "", ""),
    ("Адкрытае акцыянернае таварыства «Зара»", "Зара", "ААТ", "=", "", ""),
    ("Рэспубліканскае ўнітарнае прадпрыемства «Зара»", "Зара", "РУП", "=", "", ""),
    ("Общество с ограниченной ответственностью КР-Строй", "КР-Строй", "ООО", "=", "", ""),
    ("ОсОО «Манас»", "Манас", "ОсОО", "=", "", ""),
    ("ИП Иванов И.И.", "Иванов И.И.", "ИП", "=", "", ""),
    ("Индивидуальный предприниматель Иванов Иван", "Иванов Иван", "ИП", "=", "", ""),
    ("Филиал ООО «Ромашка»", "Филиал ООО «Ромашка»", "", "", "", ""),
    ("Министерство промышленности", "Министерство промышленности", "", "", "", ""),
    ("ООО", "ООО", "", "", "", ""),
    ("ООО «Ромашка» / Romashka LLC", "Ромашка", "ООО", "ООО «Ромашка»", "Romashka LLC", ""),
    ("Abat AG", "Abat", "AG", "=", "", ""),
    ("Accevo sp. z o.o.", "Accevo", "sp. z o.o.", "=", "", ""),
    ("Abon Touchsystems, Inc.", "Abon Touchsystems", "Inc.", "=", "", ""),
    ("IT&Medientechnik GmbH", "IT&Medientechnik", "GmbH", "=", "", ""),
    ("Müller GmbH & Co. KG", "Müller", "GmbH & Co. KG", "=", "", ""),
    ("Müller & Co. KG", "Müller & Co.", "KG", "=", "", ""),
    ("Müller & Co.", "Müller & Co.", "", "", "", ""),
    ("Müller GmbH (ehem. Meier)", "Müller", "GmbH", "Müller GmbH", "Meier", ""),
    ("Müller (Meier GmbH)", "Müller", "", "", "Meier GmbH", ""),
    ("Orks UG (haftungsbeschränkt)", "Orks", "UG (haftungsbeschränkt)", "=", "", ""),
    ("Zentrum für Luftfahrt e. V. (ZL)", "Zentrum für Luftfahrt", "e. V.", "Zentrum für Luftfahrt e. V.", "ZL", ""),
    ("A. Müller Gesellschaft mbH", "A. Müller", "Gesellschaft mbH", "=", "", ""),
    ("Equipment Co.,Ltd.", "Equipment", "Co.,Ltd.", "=", "", ""),
    ("Equipment (Pvt.) Ltd.", "Equipment", "(Pvt.) Ltd.", "=", "", ""),
    ("Foo,Inc.", "Foo", "Inc.", "=", "", ""),
    ("Falcon FZ-LLC", "Falcon", "FZ-LLC", "=", "", ""),
    ("Bosch (Shanghai) Co., Ltd.", "Bosch (Shanghai)", "Co., Ltd.", "=", "", ""),
    ("Bau Gesellschaft mbH & Co. KG", "Bau", "Gesellschaft mbH & Co. KG", "=", "", ""),
    ("COMET, s.r.o.", "COMET", "s.r.o.", "=", "", ""),
    ("Ascom S.A. de C.V.", "Ascom", "S.A. de C.V.", "=", "", ""),
    ('UAB "Achatas"', "Achatas", "UAB", "=", "", ""),
    ("JSC “Integral”", "Integral", "JSC", "=", "", ""),
    ("AO Smith", "AO Smith", "", "", "", ""),
    ("Siemens AG, Digital Industries", "Siemens AG, Digital Industries", "", "", "", ""),
    ('5" Pipes GmbH', '5" Pipes', "GmbH", "=", "", ""),
    ("Xbox (Microsoft)", "Xbox (Microsoft)", "", "", "", ""),
    ("GmbH", "GmbH", "", "", "", ""),
    ("Visa", "Visa", "", "", "", ""),
    ("Boeing Company", "Boeing Company", "", "", "", ""),
    ("ALL CAPS LTD", "ALL CAPS", "LTD", "=", "", ""),
    ("", "", "", "", "", ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "form", "legal", "other", "odd"), NAMES, ids=[row[0] or "(empty)" for row in NAMES]
)
def test_a_cell_names_a_firm(text: str, name: str, form: str, legal: str, other: str, odd: str) -> None:
    firm = firm_of(text)
    assert firm.name == name
    assert firm.legal_form == form
    assert firm.legal_name == (text if legal == "=" else legal)
    assert firm.aliases == ((other,) if other else ())
    assert [each.code for each in firm.odd] == ([odd] if odd else [])


def letters(*texts: str) -> Counter[str]:
    """The letters and figures of some texts, without case and what «ё» and look-alike letters are in forms."""
    return Counter(letter for text in texts for letter in text.casefold() if letter.isalnum())


forms = st.sampled_from(
    ["ООО", "ОАО", "GmbH", "GmbH & Co. KG", "Ltd.", "ИП", "sp. z o.o.", "Inc.", "Co.,Ltd.", "S.A.", ""]
)
plain = st.text(st.sampled_from("абвгдЖЗИabcdEFG 12-&."), min_size=1, max_size=20)
anything = st.text(
    st.sampled_from('абOOОabcAG 1"«»“”„()/,.-\n') | st.characters(exclude_categories=["Cs"]), max_size=60
)
named = st.builds("{1} «{0}»".format, plain, forms) | st.builds("{} {}".format, plain, forms)
bracketed = st.builds("{} ({})".format, named, named | plain)


@given(anything | named | bracketed)
@example("«Завод «Луч»")
@example("(ООО)")
def test_no_letter_is_lost(text: str) -> None:
    firm = firm_of(text)
    kept = letters(firm.legal_name or firm.name, *firm.aliases, firm.legal_form)
    assert not letters(text) - kept
    assert firm.name or not text.strip()
    if any(map(str.isalnum, text)):
        assert any(map(str.isalnum, firm.name))


@given(anything | named)
def test_a_name_stays_what_it_is(text: str) -> None:
    firm = firm_of(text)
    assert firm_of(f"  {text}\t") == firm_of(text)
    assert firm_of(firm.legal_name or firm.name).legal_form == firm.legal_form or firm.aliases


@pytest.mark.parametrize("piece", [" ", '"', "«", "(", "ООО ", "ООО «", "GmbH ", "a, ", " / ", "«»", "Co., "])
def test_a_huge_cell_is_read_in_linear_time(piece: str) -> None:
    assert firm_of(piece * 20_000).name or not piece.strip()
    firm_of(piece * (1000 // len(piece)))


DATASETS = os.environ.get("GUIDE_DATASETS")


@pytest.mark.skipif(not DATASETS, reason="GUIDE_DATASETS does not say where the data sets are")
def test_the_names_of_a_real_list_lose_nothing() -> None:
    path = Path(str(DATASETS)) / "hannover-2026" / "Exhibitors.cp1252.csv"
    with path.open(encoding="cp1252", newline="") as stream:
        names = [row[1] for row in csv.reader(stream, delimiter=";") if len(row) > 8][1:]
    found = [firm_of(name) for name in names]
    for name, firm in zip(names, found, strict=True):
        assert not letters(name) - letters(firm.legal_name or firm.name, *firm.aliases), name
        assert firm.name
    assert sum(bool(firm.legal_form) for firm in found) > 2300
    assert not [firm.name for firm in found if firm.name.endswith((" GmbH", " Ltd.", " Ltd", " Inc.", " AG"))]
