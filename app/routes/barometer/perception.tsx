import type { BarometerReading } from "#app/services/barometer.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";

/** What leaders guessed beside what people answered: its words come with the reading. */
export function Perception({
  perception,
}: {
  readonly perception: NonNullable<BarometerReading["perception"]>;
}) {
  const { title, sentence, heads, rows } = perception;
  return (
    <Block topic={title} sentence={sentence} id="perception">
      <Scroll label={title}>
        <table className="listing">
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index === 0 ? "start" : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, guess, answer }) => (
              <tr key={key}>
                <th scope="row" className="start meaning">
                  {name}
                </th>
                <td>{guess}</td>
                {answer === null ? <HiddenCell /> : <td>{answer}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <ChartFiles chart="barometer-perception" name={title} />
    </Block>
  );
}
