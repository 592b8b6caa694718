import { z } from 'zod';
import { chars, CustomId, problemOf, type Problem } from './problem.ts';

const TextInput = z.object({
  type: z.literal(4),
  custom_id: CustomId,
  style: z.number().int().min(1).max(2),
  required: z.boolean().optional(),
  min_length: z.number().int().min(0).max(4000).optional(),
  max_length: z.number().int().min(1).max(4000).optional(),
  value: chars(4000).optional(),
  placeholder: chars(100).optional(),
});

const Select = z.object({
  type: z.literal(3),
  custom_id: CustomId,
  required: z.boolean().optional(),
  options: z
    .array(
      z.object({
        label: chars(100).min(1),
        value: chars(100).min(1),
        description: chars(100).min(1).optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25)
    .refine((options) => options.filter((option) => option.default).length <= 1, 'Too many defaults')
    .refine(
      (options) => new Set(options.map(({ value }) => value)).size === options.length,
      'The specified option value is already used',
    ),
});

const Form = z.object({
  custom_id: CustomId,
  title: chars(45).min(1),
  components: z
    .array(
      z.object({
        type: z.literal(18),
        label: chars(45).min(1),
        description: chars(100).optional(),
        component: z.union([TextInput, Select]),
      }),
    )
    .min(1)
    .max(5)
    .refine(
      (labels) => new Set(labels.map(({ component }) => component.custom_id)).size === labels.length,
      'Component custom id cannot be duplicated',
    ),
});

/** Discord's error for a form that it would not open; null when it would. */
export const checkForm = (body: unknown): Problem | null => problemOf(Form, body);
