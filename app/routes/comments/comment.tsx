import type { Pieces } from "#app/services/comments.server.ts";
import { useReading } from "#app/ui/reading.ts";

/** What somebody wrote, with a mark where something was taken out. */
export function Comment({ pieces }: { readonly pieces: Pieces }) {
  const { t } = useReading();
  const marked = pieces.map((piece, place) => ({ piece, place }));
  return (
    <span className="comment">
      {marked.map(({ piece, place }) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <span key={place} className="struck">
            [{t(`struck.${piece.struck}`)}]
          </span>
        ),
      )}
    </span>
  );
}
