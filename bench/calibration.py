"""How often statements are right by the confidence that they state.

    calibration.py CORPORA GOLD_DIR PREDICTIONS.jsonl

Right is what the corpora's scorer counts as a full attribution: content that overlaps by half or more, and the source.
"""
import json
import sys

EDGES = (0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.000001)


def judged(scorer, gold_dir, predictions):
    """Confidence and whether it is right, of each predicted statement that has content words."""
    docs, gold = scorer.read_gold(gold_dir)
    with open(predictions, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        doc, truth = docs[row["doc"]], gold[row["doc"]]
        made = [
            (scorer.Statement(doc, *([tuple(span) for span in s[role]] for role in ("source", "cue", "content"))), s["confidence"])
            for s in row["statements"]
        ]
        made = [(statement, confidence) for statement, confidence in made if statement.content]
        statements = [statement for statement, _ in made]
        right = {j for i, j in scorer.match(truth, statements, 0.5) if scorer.source_ok(doc, truth[i], statements[j])}
        for j, (_, confidence) in enumerate(made):
            yield confidence, j in right


def share(rows):
    return sum(right for _, right in rows) / len(rows)


def main(corpora, gold_dir, predictions):
    sys.path.insert(0, corpora)
    import score_statements

    rows = list(judged(score_statements, gold_dir, predictions))
    print("stated confidence    statements  mean stated  right")
    for low, high in zip(reversed(EDGES[:-1]), reversed(EDGES[1:])):
        within = [row for row in rows if low <= row[0] < high]
        if within:
            mean = sum(confidence for confidence, _ in within) / len(within)
            print(f"{low:.2f} to {min(high, 1):.2f}  {len(within):18}  {mean:11.2f}  {share(within):5.2f}")
    sure = [row for row in rows if row[0] >= 0.9]
    if sure:
        print(f"at 0.9 or more: {len(sure)} statements, {100 * share(sure):.1f} % right")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
