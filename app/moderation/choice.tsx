type Props = {
  name: string;
  label: string;
  value: string | null;
  /** What it is called when nothing is chosen. */
  any: string;
  choices: { value: string; label: string }[];
};

/** One thing that a list is narrowed by. */
export function Choice({ name, label, value, any, choices }: Props) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
