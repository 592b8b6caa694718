import { z } from 'zod';

/** Discord's error for a body that it does not take. */
export const Problem = z.object({
  code: z.number(),
  message: z.string(),
  errors: z.record(
    z.string(),
    z.object({ _errors: z.array(z.object({ code: z.string(), message: z.string() })) }),
  ),
});
export type Problem = z.infer<typeof Problem>;

/** The error for what `schema` says about `body`; null when it would be taken. */
export function problemOf(schema: z.ZodType, body: unknown): Problem | null {
  const result = schema.safeParse(body);
  if (result.success) return null;
  return invalidForm(
    result.error.issues.map(({ path, code, message }) => ({
      path: path.join('.') || 'body',
      code: code.toUpperCase(),
      message,
    })),
  );
}

export function invalidForm(
  issues: readonly { readonly path: string; readonly code: string; readonly message: string }[],
): Problem {
  const errors = Object.fromEntries(
    issues.map(({ path, code, message }) => [path, { _errors: [{ code, message }] }]),
  );
  return { code: 50035, message: 'Invalid Form Body', errors };
}

export const chars = (max: number) => z.string().max(max);
export const CustomId = chars(100).min(1);
