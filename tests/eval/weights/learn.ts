/** One question's candidates: their features, and which of them is right. */
export interface Choice {
  readonly group: string;
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  /** What each candidate has before any feature counts. */
  readonly before?: readonly number[];
}

/** Something that is so or not, with its signs. */
export interface Case {
  readonly group: string;
  readonly signs: readonly number[];
  readonly so: boolean;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** The spread of each feature, so that one step suits all. */
function deviations(rows: readonly (readonly number[])[], size: number): number[] {
  return Array.from({ length: size }, (_, k) => {
    const mean = rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[k] ?? 0) - mean) ** 2, 0) / rows.length;
    return Math.sqrt(variance) || 1;
  });
}

/** Adam (Kingma & Ba 2015) over all data at once: the same weights for the same data. */
function descend(
  size: number,
  steps: number,
  gradientAt: (weights: readonly number[]) => readonly number[],
): number[] {
  const weights = Array.from({ length: size }, () => 0);
  const first = weights.slice();
  const second = weights.slice();
  for (let step = 1; step <= steps; step++) {
    const rate = step < steps * 0.6 ? 0.1 : 0.02;
    gradientAt(weights).forEach((g, k) => {
      first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
      second[k] = 0.99 * (second[k] ?? 0) + 0.01 * g * g;
      const move = first[k] / (1 - 0.9 ** step) / (Math.sqrt(second[k] / (1 - 0.99 ** step)) + 1e-8);
      weights[k] = (weights[k] ?? 0) - rate * move;
    });
  }
  return weights;
}

/** Weights under which the softmax over each question's candidates gives the right ones the most. */
export function learnRanking(choices: readonly Choice[], steps = 200, decay = 1e-3): number[] {
  const size = choices[0]?.features[0]?.length ?? 0;
  const scale = deviations(
    choices.flatMap(({ features }) => features),
    size,
  );
  const scaled = choices
    .filter(({ right }) => right.includes(true))
    .map(({ features, right, before }) => ({
      right,
      before,
      rows: features.map((row) => row.map((x, k) => x / (scale[k] ?? 1))),
    }));
  const weights = descend(size, steps, (current) => {
    const gradient = current.map((weight) => decay * weight);
    for (const { rows, right, before } of scaled) {
      const scores = rows.map((row, i) => (before?.[i] ?? 0) + dot(row, current));
      const most = Math.max(...scores);
      const masses = scores.map((score) => Math.exp(score - most));
      const all = masses.reduce((a, b) => a + b, 0);
      const rights = masses.reduce((sum, mass, i) => sum + (right[i] ? mass : 0), 0) || 1e-12;
      rows.forEach((row, i) => {
        const mass = masses[i] ?? 0;
        const pull = mass / all - (right[i] ? mass / rights : 0);
        if (Math.abs(pull) > 1e-6)
          for (let k = 0; k < size; k++)
            gradient[k] = (gradient[k] ?? 0) + (pull * (row[k] ?? 0)) / scaled.length;
      });
    }
    return gradient;
  });
  return weights.map((weight, k) => weight / (scale[k] ?? 1));
}

/** Logistic regression; the bias comes last. */
export function learnChance(cases: readonly Case[], steps = 400, decay = 1e-4): number[] {
  const rows = cases.map(({ signs }) => [...signs, 1]);
  const size = rows[0]?.length ?? 1;
  return descend(size, steps, (current) => {
    const gradient = current.map((weight) => decay * weight);
    rows.forEach((row, i) => {
      const error = 1 / (1 + Math.exp(-dot(row, current))) - (cases[i]?.so ? 1 : 0);
      for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) + (error * (row[k] ?? 0)) / rows.length;
    });
    return gradient;
  });
}

/** Each item scored by weights that were learned without its group, in `folds` parts. */
export function crossValidate<T extends { readonly group: string }, S>(
  items: readonly T[],
  folds: number,
  learn: (items: readonly T[]) => number[],
  score: (item: T, weights: readonly number[]) => S,
): S[] {
  const groups = [...new Set(items.map(({ group }) => group))];
  const foldOf = (item: T): number => groups.indexOf(item.group) % folds;
  const learned = Array.from({ length: folds }, (_, fold) =>
    learn(items.filter((item) => foldOf(item) !== fold)),
  );
  return items.map((item) => score(item, learned[foldOf(item)] ?? []));
}

/** The scores of a question's candidates. */
export function scoresOf({ features }: Choice, weights: readonly number[]): number[] {
  return features.map((row) => dot(row, weights));
}

export function chanceOf({ signs }: Case, weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-dot([...signs, 1], weights)));
}
