/** A provision's own text as it was published, one paragraph a line: never typeset, for quotes count its characters. */
export function ProvisionBody({ text }: { text: string }) {
  if (text === "") return null;
  return (
    <div className="provision-body">
      {text.split("\n").map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
