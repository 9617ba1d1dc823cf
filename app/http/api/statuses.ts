import { refused } from "~/domain/outcome";
import { statusOf } from "../outcomes";

/** Refusals that programs act on by status: somebody else was first, or the state of the thing forbids it. */
const statuses: Record<string, number> = {
  already_cleared: 409,
  already_cleared_another: 409,
  already_decided: 409,
  already_published: 409,
  already_superseded: 409,
  already_withdrawn: 409,
  application_changed: 409,
  changed_meanwhile: 409,
  draft_closed: 409,
  draft_scheduled: 409,
  emergency_over: 409,
  measure_closed: 409,
  measure_does_not_fit: 409,
  measure_open: 409,
  no_application: 409,
  not_in_force: 409,
  not_ready: 409,
  not_scheduled: 409,
  number_is_lasting: 409,
  number_taken: 409,
  red_flag_already_here: 409,
  translation_already_here: 409,
  round_not_open: 409,
  round_opened: 409,
  round_over: 409,
  stale_revision: 412,
  precondition_missing: 428,
  media_type_unknown: 415,
  malformed_json: 400,
  malformed_form: 400,
  cursor_unknown: 400,
  idempotency_key_malformed: 400,
  file_id_taken: 409,
  file_too_large: 413,
};

export const statusFor = (reason: string) => statuses[reason] ?? statusOf(refused(reason));
