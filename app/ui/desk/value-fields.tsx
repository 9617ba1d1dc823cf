import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "~/ui/act/refusal";
import { Checkbox } from "~/ui/field/checkbox";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { IconActButton } from "./act-button";
import { Conflict } from "./conflict";
import { useDesk } from "./desk-context";
import { deskForm, Unticked } from "./desk-form";
import { useRevealed } from "./use-revealed";

type Common = { path: string; label: string; hint?: string };

/** What the server said of the value at `path`, and whether it may be changed. */
function useValue(path: string) {
  const { keeper, shown, editable, faults } = useDesk();
  const sentence = useRefusal();
  const held = shown.held[path];
  const fault = faults.get(path);
  return {
    keeper,
    editable,
    held,
    error: held?.reason ? sentence(held.reason) : undefined,
    fault: fault && sentence(fault),
  };
}

type OneProps = Common & {
  value: string | null;
  options: { value: string; name: string }[];
  none?: string;
};

export function OneOf({ path, label, hint, value, options, none }: OneProps) {
  const { keeper, editable, held, error } = useValue(path);
  return (
    <>
      <Select
        id={path}
        name={none === undefined ? path : `${path}?`}
        form={deskForm}
        label={label}
        hint={hint}
        error={error}
        options={options}
        none={none}
        value={value ?? ""}
        disabled={!editable}
        onChange={(event) =>
          keeper.set(path, value, event.currentTarget.value === "" ? null : event.currentTarget.value)
        }
      />
      {held?.theirs !== undefined && <Conflict path={path} name={label} held={held} />}
    </>
  );
}

type SeveralProps = Common & { value: readonly string[]; options: { value: string; name: string }[] };

export function SeveralOf({ path, label, hint, value, options }: SeveralProps) {
  const { keeper, editable, held, error } = useValue(path);
  return (
    <>
      <Unticked name={path} disabled={!editable} />
      <Choices
        kind="several"
        name={path}
        form={deskForm}
        label={label}
        hint={hint}
        error={error}
        chosen={value}
        choices={options.map((option) => ({ ...option, disabled: !editable }))}
        onChoose={(one, on) =>
          keeper.set(path, value, on ? [...value, one] : value.filter((other) => other !== one))
        }
      />
      {held?.theirs !== undefined && <Conflict path={path} name={label} held={held} />}
    </>
  );
}

export function YesNo({ path, label, hint, value }: Common & { value: boolean }) {
  const { keeper, editable } = useValue(path);
  return (
    <>
      <Unticked name={path} disabled={!editable} />
      <Checkbox
        id={path}
        name={path}
        form={deskForm}
        label={label}
        hint={hint}
        checked={value}
        disabled={!editable}
        onChange={(event) => keeper.set(path, value, event.currentTarget.checked)}
      />
    </>
  );
}

type LineProps = Common & {
  value: string | null;
  type?: "text" | "date";
  /** An empty field means none. */
  orNull?: boolean;
  inputMode?: "decimal" | "text";
};

/** A line that is the same in both languages. Sent while typed; a wrong one stays in the field with what is wrong. */
export function Line({ path, label, hint, value, type = "text", orNull = false, inputMode }: LineProps) {
  const { keeper, editable, held, error, fault } = useValue(path);
  const { writingAt } = useDesk();
  const [typed, setTyped] = useState<string | null>(null);
  // Half a date is no fault yet: while it is typed, what was already told stays until it is mended.
  const [toldBefore, setToldBefore] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useRevealed(path, field);
  const stored = (text: string) => (orNull && text === "" ? null : text);
  return (
    <>
      <TextField
        ref={field}
        id={path}
        name={orNull ? `${path}?` : path}
        form={deskForm}
        type={type}
        label={label}
        hint={hint}
        error={error ?? (typed === null || toldBefore ? fault : undefined)}
        inputMode={inputMode}
        autoComplete="off"
        readOnly={!editable}
        value={typed ?? value ?? ""}
        onFocus={() => {
          setTyped(value ?? "");
          setToldBefore(fault !== undefined);
          writingAt(path);
        }}
        onBlur={() => {
          setTyped(null);
          writingAt("");
        }}
        onChange={(event) => {
          const next = event.currentTarget.value;
          keeper.set(path, stored(typed ?? value ?? ""), stored(next));
          setTyped(next);
        }}
      />
      {held?.theirs !== undefined && <Conflict path={path} name={label} held={held} />}
    </>
  );
}

/** Codes or ids that are typed one at a time. */
export function Tags({ path, label, hint, value }: Common & { value: readonly string[] }) {
  const { t } = useTranslation("desk");
  const { keeper, editable, held, error } = useValue(path);
  const [typed, setTyped] = useState("");
  const add = () => {
    const next = typed.trim();
    if (next !== "" && !value.includes(next)) keeper.set(path, value, [...value, next]);
    setTyped("");
  };
  return (
    <fieldset className="tags" aria-label={label}>
      {value.length > 0 && (
        <ul className="tag-list">
          {value.map((one, i) => (
            <li key={one}>
              {one}
              {editable && (
                <IconActButton
                  name={t("items.remove", { name: one })}
                  act={{ kind: "drop", path, at: i }}
                  onAct={() =>
                    keeper.set(
                      path,
                      value,
                      value.filter((other) => other !== one),
                    )
                  }
                >
                  ×
                </IconActButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <TextField
        id={path}
        name={`+${path}`}
        form={deskForm}
        label={label}
        hint={hint}
        error={error}
        value={typed}
        readOnly={!editable}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      />
      {held?.theirs !== undefined && <Conflict path={path} name={label} held={held} />}
    </fieldset>
  );
}
