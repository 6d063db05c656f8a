/** The heads of a table that is read line by line, column after column. */
export function Heads({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col" className="start">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
