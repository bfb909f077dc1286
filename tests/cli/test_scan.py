# SPDX-License-Identifier: MIT
"""`parvis scan`: its JSON as documented, its refusals with their codes, nothing of a refused file in any message."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewer import __version__, errors
from reviewer.cli.words import phrase
from reviewer.model.document import Language, StoryKind
from reviewer.model.finding import Category
from tests.cli.bad_files import FILES, WORD
from tests.cli.run import Parvis
from tests.workflow import way

DOCUMENT = {"path", "sha256", "format", "language", "pages", "stories", "findings", "problems"}
STORY = {"id", "kind", "visible", "page", "language", "text"}
FINDING = {
    *("story", "start", "end", "category", "rule", "role", "tier", "confidence"),
    *("suggestion", "ground", "entity", "sources", "why", "broader"),
}
PROBLEM = {"id", "kind", "story", "page", "choices", "safe"}
MINUTES = Path(__file__).parents[2] / "resources" / "samples" / "minutes-en.docx"


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_gets_its_code_and_its_sentence(parvis: Parvis, tmp_path: Path, name: str) -> None:
    code, make = FILES[name]
    path = tmp_path / name
    path.write_bytes(make())
    english = parvis("--lang", "en", "scan", "--json", "--fast", path)
    french = parvis("scan", "--fast", path, "--lang", "fr")
    assert (english.code, french.code) == (code, code), english.err
    [row] = english.json["documents"]
    assert row["path"] == str(path)
    assert row["exit_code"] == code
    assert getattr(errors, row["error"]).exit_code == code
    assert "The file" in english.err
    assert "Le fichier" in french.err
    assert english.err.count("\n") == 1
    assert WORD not in french.out
    assert WORD not in english.err + french.err
    # A file marked too high is shown to whoever has it; nothing of it is kept.
    assert (WORD in english.out) == (name == "marked.txt")
    if code == errors.UnsupportedFormat.exit_code:
        assert row["facts"]["format"] == path.suffix[1:]


def test_paths_that_no_system_opens(parvis: Parvis, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("a file", "ascii")
    for path in ("nowhere.txt", "file.txt/inside.txt", "x" * 300 + ".txt"):
        said = parvis("scan", "--json", "--fast", tmp_path / path)
        assert said.code == 10, path
        assert said.json["documents"][0]["error"] == "UnreadableFile"


def test_it_goes_through_all_and_exits_with_the_worst(parvis: Parvis, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deeper" / ".hidden").mkdir(parents=True)
    for name in ("empty.txt", "table.csv", "marked.txt"):
        (folder / name).write_bytes(FILES[name][1]())
    for place in ("deeper/visit.txt", "deeper/.hidden/visit.txt", "~$visit.docx", ".visit.txt"):
        (folder / place).write_bytes(way.text_bytes())
    (folder / "link.txt").symlink_to(folder / "deeper" / "visit.txt")
    said = parvis("scan", "--json", "--fast", "--no-text", way.write(tmp_path, "visit.pdf"), folder)
    assert said.code == 18
    rows = said.json["documents"]
    assert [Path(row["path"]).name for row in rows] == [
        *("visit.pdf", "visit.txt", "empty.txt", "marked.txt", "table.csv")
    ]
    assert [row.get("exit_code", 0) for row in rows] == [0, 0, 11, 18, 14]
    assert said.err.count("\n") == 3


def test_the_json_is_as_documented(parvis: Parvis, tmp_path: Path) -> None:
    said = parvis("scan", "--json", "--fast", way.write(tmp_path), MINUTES)
    assert (said.code, said.err) == (0, "")
    assert said.json.keys() == {"parvis", "documents"}
    assert said.json["parvis"] == __version__
    kinds = set(parvis("scan", "--kinds", "--json").json)
    for document in said.json["documents"]:
        assert document.keys() == DOCUMENT
        texts = {}
        for story in document["stories"]:
            assert story.keys() == STORY
            assert story["kind"] in kinds
            assert story["id"].split(":")[0] == story["kind"]
            texts[story["id"]] = story["text"]
        assert len(texts) == len(document["stories"])
        assert document["findings"]
        for finding in document["findings"]:
            assert finding.keys() == FINDING
            assert finding["category"] in set(Category)
            assert finding["tier"] in {"sure", "check"}
            assert finding["role"] in {"private", "official", "public", None}
            assert finding["suggestion"] in {"withhold", "disclose", "generalise", "strike", "leave_out"}
            assert texts[finding["story"]][finding["start"] : finding["end"]].strip()
        for problem in document["problems"]:
            assert problem.keys() >= PROBLEM
            assert problem["safe"] in problem["choices"]
    text, word = said.json["documents"]
    assert (text["format"], text["pages"], text["language"]) == ("txt", None, "en")
    assert [(story["id"], story["text"]) for story in text["stories"]] == [
        ("body", "\n".join(way.LINES) + "\n")
    ]
    found = {text["stories"][0]["text"][each["start"] : each["end"]]: each for each in text["findings"]}
    assert found[way.SIN]["category"] == "SIN"
    assert found[way.SIN]["ground"] == "19(1)"
    assert word["problems"]


def test_no_text_leaves_the_text_out(parvis: Parvis, tmp_path: Path) -> None:
    path = way.write(tmp_path, "visit.docx")
    said = parvis("scan", "--json", "--fast", "--no-text", path)
    assert all(story.keys() == STORY - {"text"} for story in said.json["documents"][0]["stories"])
    assert not any(secret in said.out for secret in way.SECRETS)
    table = parvis("scan", "--lang", "en", "--fast", path)
    assert table.out.startswith("visit.docx\t")
    assert table.err.startswith(phrase("columns_scan", Language.EN))
    assert not any(secret in table.out for secret in way.SECRETS)


def test_the_bytes_of_a_text_file_are_its_story(parvis: Parvis, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes("\N{BYTE ORDER MARK}un\r\ndeux\rtrois é\n".encode())
    [document] = parvis("scan", "--json", "--fast", path).json["documents"]
    assert document["stories"][0]["text"] == "un\r\ndeux\rtrois é\n"
    again = parvis("scan", "--json", "--fast", path).json["documents"][0]
    assert again == document, "the same bytes give the same ids"


def test_another_encoding_is_named(parvis: Parvis, tmp_path: Path) -> None:
    path = tmp_path / "ancien.txt"
    path.write_bytes("La réunion a été reportée à l'été.\n".encode("cp1252"))
    [document] = parvis("scan", "--json", "--fast", path).json["documents"]
    assert document["stories"] == []
    assert document["problems"][0]["id"] == "encoding"
    assert "windows-1252" in document["problems"][0]["choices"]
    [document] = parvis("scan", "--json", "--fast", "--encoding", "windows-1252", path).json["documents"]
    assert "reportée à l'été" in document["stories"][0]["text"]
    assert parvis("scan", "--json", "--fast", "--encoding", "klingon", path).code == 12


def test_the_kinds_are_the_enum(parvis: Parvis) -> None:
    assert parvis("scan", "--kinds").out.split() == [kind.value for kind in StoryKind]


def test_neither_store_nor_key_is_needed(
    parvis: Parvis, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARVIS_KEY_FILE")
    assert parvis("scan", "--fast", way.write(tmp_path)).code == 0
    assert not home.exists()


def test_many_files_on_all_cores_come_in_order(parvis: Parvis, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_bytes(way.text_bytes() + b"%d\n" % number)
    said = parvis("scan", "--json", "--fast", tmp_path)
    texts = [row["stories"][0]["text"].splitlines()[-1] for row in said.json["documents"]]
    assert texts == ["0", "1", "2", "3"]


def test_a_stream_tells_findings_first_and_then_the_document(parvis: Parvis, tmp_path: Path) -> None:
    path = way.write(tmp_path)
    long = tmp_path / "long.txt"
    long.write_text("Call Ms. Okafor at 613-555-0142.\n" + "The plan was read.\n" * 2_000, "utf-8")
    missing = tmp_path / "nowhere.txt"
    said = parvis("scan", "--stream", "--fast", path, missing, long, _marked(tmp_path))
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 18
    last = [at for at, row in enumerate(rows) if not row["provisional"]]
    assert [rows[at]["path"] for at in last] == [
        str(path),
        str(missing),
        str(long),
        str(tmp_path / "marked.txt"),
    ]
    assert rows[last[1]]["error"] == "UnreadableFile"
    assert rows[last[3]]["error"] == "MarkedTooHigh"
    for begin, end in zip([-1, *last], last, strict=False):
        told = rows[begin + 1 : end]
        assert {row["path"] for row in told} <= {rows[end]["path"]}
        assert all(row.keys() == FINDING - {"why", "broader"} | {"provisional", "path"} for row in told)
        found = {(each["start"], each["category"]) for each in rows[end].get("findings", ())}
        assert found >= {(row["start"], row["category"]) for row in told}
    whole = {key: value for key, value in rows[last[0]].items() if key != "provisional"}
    assert whole == parvis("scan", "--json", "--fast", path).json["documents"][0]


def _marked(folder: Path) -> Path:
    path = folder / "marked.txt"
    path.write_bytes(FILES["marked.txt"][1]())
    return path
