# SPDX-License-Identifier: MIT
"""presidio-analyzer over texts, in an environment of its own; `bench_detection_all.py` starts it.

    python packaging/bench_peer_presidio.py ENGLISH_MODEL FRENCH_MODEL [--all] < texts.json

It is asked only for kinds of things that Parvis looks for too, which spares it false flags and time; with `--all` for
everything it knows (places, dates, nationalities, addresses of the web). Its Canadian recognizers, off by default, are on. At the first e-mail address it would fetch a list of suffixes: here it is told to do
with the list it came with, and a try to connect would end it.
"""

from __future__ import annotations

import json
import resource
import sys
import time

CATEGORIES = {
    "PERSON": "PERSON",
    "EMAIL_ADDRESS": "EMAIL",
    "PHONE_NUMBER": "PHONE",
    "CREDIT_CARD": "CREDIT_CARD",
    "IP_ADDRESS": "IP_ADDRESS",
    "IBAN_CODE": "BANK_ACCOUNT",
    "CA_SIN": "SIN",
    "CA_POSTAL_CODE": "POSTAL_CODE",
}
OTHER = {"LOCATION": "ADDRESS", "DATE_TIME": "DATE_OF_BIRTH"}
_THRESHOLD = 0.35
"""As its own demonstration has it; at its default, 0, a bare number of nine digits is a SIN."""
_FIRST = {"en": "Mrs. Alice Halver wrote to us.", "fr": "Mme Alice Halver nous a écrit."}


def analyzer(models: dict[str, str]):  # type: ignore[no-untyped-def]
    """The engine for both languages, with the Canadian recognizers."""
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpEngineProvider
    from presidio_analyzer.predefined_recognizers import (
        CaPostalCodeRecognizer,
        CaSinRecognizer,
        CreditCardRecognizer,
    )

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    listed = [{"lang_code": language, "model_name": name} for language, name in models.items()]
    nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": listed}).create_engine()
    registry = RecognizerRegistry(supported_languages=list(models))
    registry.load_predefined_recognizers(languages=list(models), nlp_engine=nlp)
    for language in models:
        registry.add_recognizer(CaSinRecognizer(supported_language=language))
        registry.add_recognizer(CaPostalCodeRecognizer(supported_language=language))
    registry.add_recognizer(CreditCardRecognizer(supported_language="fr"))
    return AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=list(models))


def clock() -> tuple[float, float]:
    """Processor time and wall time."""
    return time.process_time(), time.perf_counter()


def since(start: tuple[float, float]) -> dict[str, float]:
    """What has passed."""
    now = clock()
    return {"cpu": now[0] - start[0], "wall": now[1] - start[1]}


def _stay_here(event: str, _: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.getaddrinfo"}:
        raise RuntimeError(event)


def main() -> None:
    """Load, go through the texts, print what was found and what it cost."""
    texts = json.load(sys.stdin)
    kinds = None if "--all" in sys.argv else list(CATEGORIES)
    sys.addaudithook(_stay_here)
    start = clock()
    engine = analyzer({"en": sys.argv[1], "fr": sys.argv[2]})
    for language, words in _FIRST.items():
        engine.analyze(words, language, entities=kinds, score_threshold=_THRESHOLD)
    load = since(start)
    found, cost = {}, {}
    for each in texts:
        start = clock()
        results = engine.analyze(each["text"], each["language"], entities=kinds, score_threshold=_THRESHOLD)
        cost[each["id"]] = since(start)
        found[each["id"]] = [
            [one.start, one.end, {**CATEGORIES, **OTHER}.get(one.entity_type, "OTHER_ID"), None]
            for one in results
        ]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"load": load, "found": found, "cost": cost, "peak": peak}))


if __name__ == "__main__":
    main()
