using Decidua.Knowledge;
using Decidua.Knowledge.Catalogues;

namespace Decidua.Cli.Answers;

/// <summary>Writes the studies that a row names, whichever way they point: one line each.</summary>
internal static class EvidenceText
{
    /// <summary>Name, year and the figure to quote: <c>ALIFE2 (2023): live birth: 116 of 162 …</c>.</summary>
    internal static IEnumerable<string> Lines(Library library, IEnumerable<string> ids) =>
        ids.Select(library.Trial).OfType<Trial>().Select(trial => trial.KeyFigure is { } figure ? $"{trial.Label}: {figure}" : trial.Label);
}
