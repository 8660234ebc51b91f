"""Dates of other languages: found in running text, cased or lower-cased, and read as absolute dates."""

import subprocess
import sys
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.model import Basis, Granularity
from viz.parsers.dates.foreign import find_foreign_dates
from viz.parsers.dates.foreign_words import vocabulary
from viz.parsers.dates.language import guess_language, language_name

PUBLISHED = date(2017, 9, 20)
SENTENCES = [
    ("ru", "Мост в Оше открыли 15 октября 2017 г., а строить его начали в мае 2014 года.", {"15 октября 2017 г.": "2017-10-15", "мае 2014 года": "2014-05"}),
    ("ky", "Оштогу көпүрө 2017-жылдын 15-октябрында ачылган жана 2014-жылы башталган деп билдирди.", {"2017-жылдын 15-октябрында": "2017-10-15", "2014-жылы": "2014"}),
    ("kk", "Оштағы көпір 2017 жылғы 15 қазанда ашылды, ал 2014 жылдың наурызында басталған еді.", {"2017 жылғы 15 қазанда": "2017-10-15", "2014 жылдың наурызында": "2014-03"}),
    ("uz", "Oʻshdagi koʻprik 2017-yil 15-oktabrda ochildi va 2014-yilda boshlangan edi.", {"2017-yil 15-oktabrda": "2017-10-15", "2014-yilda": "2014"}),
    ("uz-Cyrl", "Ўшдаги кўприк 2017 йил 15 октябрда очилди ва 2014 йилда бошланган эди.", {"2017 йил 15 октябрда": "2017-10-15", "2014 йилда": "2014"}),
    ("tg", "Пули нав дар Хуҷанд 15 октябри соли 2017 кушода шуд, ки соли 2014 оғоз ёфта буд.", {"15 октябри соли 2017": "2017-10-15", "2014": "2014"}),
    ("uk", "Міст відкрили 15 жовтня 2017 року, а будувати його почали у травні 2014 року.", {"15 жовтня 2017 року": "2017-10-15", "травні 2014 року": "2014-05"}),
    ("fr", "Le pont a été ouvert le 1er octobre 2017 et les travaux ont commencé en 2014 dans la ville.", {"1er octobre 2017": "2017-10-01", "2014": "2014"}),
    ("es", "El puente se abrió el 15 de octubre de 2017 y las obras comenzaron en mayo del 2014.", {"15 de octubre de 2017": "2017-10-15", "mayo del 2014": "2014-05"}),
    ("pt", "A ponte foi aberta em 15 de outubro de 2017 e as obras da cidade não começaram em 2014.", {"15 de outubro de 2017": "2017-10-15", "2014": "2014"}),
    ("it", "Il ponte è stato aperto il 15 ottobre 2017 e i lavori della città nel 2014.", {"15 ottobre 2017": "2017-10-15", "2014": "2014"}),
    ("de", "Die Brücke wurde am 15. Oktober 2017 eröffnet, und der Bau begann im Jahr 2014.", {"15. Oktober 2017": "2017-10-15", "2014": "2014"}),
    ("tr", "Köprü 15 Ekim 2017 günü açıldı ve çalışmalar 2014 yılında başladı.", {"15 Ekim 2017": "2017-10-15", "2014 yılında": "2014"}),
    ("az", "Körpü 15 oktyabr 2017-ci ildə açılıb və işlər 2014-cü ildə başlayıb.", {"15 oktyabr 2017-ci ildə": "2017-10-15", "2014-cü ildə": "2014"}),
    ("pl", "Most otwarto 15 października 2017 r., a budowa zaczęła się w 2014 roku i trwała.", {"15 października 2017 r.": "2017-10-15", "2014 roku": "2014"}),
    ("hu", "Az új híd 2017. október 15-én nyílt meg, és a munka nem 2014-ben kezdődött.", {"2017. október 15-én": "2017-10-15", "2014-ben": "2014"}),
    ("zh", "大桥于2017年10月15日通车，工程二〇一四年五月开始。", {"2017年10月15日": "2017-10-15", "二〇一四年五月": "2014-05"}),
    ("ja", "橋は2017年10月15日に開通し、工事は2014年に始まった。", {"2017年10月15日": "2017-10-15", "2014年": "2014"}),
    ("ko", "다리는 2017년 10월 15일 개통됐고 공사는 2014년에 시작됐다.", {"2017년 10월 15일": "2017-10-15", "2014년": "2014"}),
    ("ar", "افتتح الجسر في 15 أكتوبر 2017 وبدأ العمل عام 2014 في المدينة.", {"15 أكتوبر 2017": "2017-10-15", "2014": "2014"}),
    ("fa", "این پل در ۱۵ اکتبر ۲۰۱۷ باز شد و کار در سال ۲۰۱۴ آغاز شد.", {"۱۵ اکتبر ۲۰۱۷": "2017-10-15", "۲۰۱۴": "2014"}),
]


@pytest.mark.parametrize("case", [str, str.lower], ids=["cased", "lower"])
@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_absolute_dates_of_a_language(language: str, text: str, expected: dict[str, str], case) -> None:
    found = find_foreign_dates(case(text), PUBLISHED, language)
    assert {mention.text: mention.value for mention in found} == {case(said): value for said, value in expected.items()}
    for mention in found:
        assert case(text)[mention.start : mention.end] == mention.text
        assert (mention.language, mention.when.basis, mention.when.edtf) == (language, Basis.EXPLICIT, mention.value)
        assert mention.confidence < 1
        assert language_name(language) in mention.why


@pytest.mark.parametrize("case", [str, str.lower], ids=["cased", "lower"])
@pytest.mark.parametrize(("language", "text"), [row[:2] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_the_language_is_guessed(language: str, text: str, case) -> None:
    assert guess_language(case(text)) == language


@pytest.mark.parametrize("text", ["", "42", "Bishkek, May 3 - It rained in Osh.", "Émigrés met at a café in Orléans.", "de la Cruz won the vote"])
def test_english_is_the_answer_when_nothing_else_speaks(text: str) -> None:
    assert guess_language(text) == "en"


def test_english_and_unknown_languages_give_nothing() -> None:
    assert find_foreign_dates("15 October 2017", PUBLISHED, "en") == ()
    assert find_foreign_dates("15 October 2017", PUBLISHED, "xx") == ()
    assert find_foreign_dates("15 October 2017", PUBLISHED, "../en") == ()


def test_regional_codes_are_understood() -> None:
    assert [m.value for m in find_foreign_dates("em 3 de maio de 2016", None, "pt-BR")] == ["2016-05-03"]
    assert [m.value for m in find_foreign_dates("2016年5月3日", None, "zh_CN")] == ["2016-05-03"]


def test_each_end_of_a_range_is_a_date_of_its_own() -> None:
    found = find_foreign_dates("выборы 15-17 октября 2017 года; с 30 ноября по 2 декабря 2016 года", None, "ru")
    assert [(m.text, m.value) for m in found] == [
        ("15", "2017-10-15"), ("17 октября 2017 года", "2017-10-17"),
        ("30 ноября", "2016-11-30"), ("2 декабря 2016 года", "2016-12-02"),
    ]  # fmt: skip


def test_a_day_without_a_year_is_the_one_nearest_to_publication() -> None:
    (mention,) = find_foreign_dates("Выборы пройдут 15 октября.", PUBLISHED, "ru")
    assert (mention.value, mention.anchor, mention.when.basis) == ("2017-10-15", "published", Basis.RELATIVE)
    assert [other.timex for other in mention.when.alternatives] == ["2016-10-15"]
    (january,) = find_foreign_dates("5 января", date(2017, 12, 30), "ru")
    assert january.value == "2018-01-05"


def test_without_a_publication_date_a_day_without_a_year_stays_open() -> None:
    (mention,) = find_foreign_dates("Выборы пройдут 15 октября.", None, "ru")
    assert (mention.value, mention.when) == ("XXXX-10-15", None)
    assert "publication date" in mention.why


def test_intervals_are_half_open() -> None:
    month, year = find_foreign_dates("im Dezember 2016 und im Jahr 2014", None, "de")
    assert (month.when.earliest, month.when.latest, month.when.granularity) == (date(2016, 12, 1), date(2017, 1, 1), Granularity.MONTH)
    assert (year.when.earliest, year.when.latest, year.when.granularity) == (date(2014, 1, 1), date(2015, 1, 1), Granularity.YEAR)


def test_an_impossible_day_is_named_and_not_placed() -> None:
    (mention,) = find_foreign_dates("30 февраля 2017", PUBLISHED, "ru")
    assert (mention.value, mention.when) == ("", None)
    assert "calendar" in mention.why


def test_numbers_follow_the_order_of_the_language() -> None:
    assert [m.value for m in find_foreign_dates("03.04.2018 03/14/2018 2018-04-03", None, "fr")] == ["2018-04-03", "2018-03-14", "2018-04-03"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "2014 euros, 3 mairies, vol. 15"), ("ru", "15 майоров, 2014 рублей"), ("es", "3 marineros"), ("de", "12 Maier"), ("ja", "平成29年10月15日"), ("th", "15 ตุลาคม 2560")],
)
def test_what_is_no_date_or_of_another_era_is_left_alone(language: str, text: str) -> None:
    assert find_foreign_dates(text, PUBLISHED, language) == ()


@given(st.dates(date(1000, 1, 1), date(2099, 12, 31)), st.sampled_from(["ru", "kk", "fr", "de", "tr", "pl", "vi", "el", "hi"]))
def test_a_written_date_reads_back(day: date, language: str) -> None:
    name = vocabulary(language).names[day.month - 1]
    (mention,) = find_foreign_dates(f"x {day.day} {name} {day.year}.", None, language)
    assert mention.when.earliest == day


@given(st.text(), st.sampled_from(["ru", "ky", "zh", "ar", "de", "lt"]))
def test_any_text_is_read(text: str, language: str) -> None:
    guess_language(text)
    find_foreign_dates(text + " 5", PUBLISHED, language)


@pytest.mark.parametrize("text", ["1-" * 100_000, "1 " * 100_000, "1" + " " * 200_000, "2017 - " * 30_000, "15 мая " * 30_000])
def test_cost_grows_with_the_length_alone(text: str) -> None:
    begin = time.perf_counter()
    find_foreign_dates(text, None, "ru")
    assert time.perf_counter() - begin < 5


def test_english_text_never_loads_dateparser() -> None:
    code = "import sys; from viz.parsers.dates.foreign import find_foreign_dates as f; from viz.parsers.dates.language import guess_language as g; f('May 3', None, g('The man of the year is in the house.')); sys.exit('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
