import type { HeadFile, HeadWeights } from '../../answer/find/question-head.ts';

/** The weights as signed bytes, a unit a row: what is lost is below what one more question would move. */
export function packHead({ stamp, rank, down, bias, up, shift }: HeadWeights): HeadFile {
  const { dimensions } = stamp;
  const values = [...down, ...up, ...shift];
  const rows = Array.from({ length: 2 * rank + 1 }, (_, row) =>
    values.slice(row * dimensions, (row + 1) * dimensions),
  );
  const units = rows.map((row) => Math.max(1e-9, ...row.map(Math.abs)) / 127);
  const bytes = rows.flatMap((row, i) => row.map((value) => Math.round(value / (units[i] ?? 1))));
  return {
    format: 1,
    stamp,
    rank,
    bias: Array.from(bias, (value) => Number(value.toPrecision(4))),
    units: units.map((unit) => Number(unit.toPrecision(6))),
    rows: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
  };
}
