using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;

namespace Decidua.Reasoning.Deriving;

/// <summary>Says which codes of a record no value set lists, so that nobody takes them for absent.</summary>
internal static class UnrecognisedCodes
{
    private const int Shown = 5;

    /// <summary>One note per kind of entry that has such codes.</summary>
    public static IEnumerable<Issue> Count(Chart chart)
    {
        var record = chart.Record;
        (string Kind, IEnumerable<Concept> Concepts)[] kinds =
        [
            ("conditions", record.Conditions.Select(entry => entry.What)),
            ("procedures", record.Procedures.Select(entry => entry.What)),
            ("measurements", record.Measurements.Select(entry => entry.What)),
            ("drugs", record.Medications.Select(entry => entry.What)),
            ("allergies", record.Allergies.Select(entry => entry.What)),
        ];
        foreach (var (kind, concepts) in kinds)
        {
            var unknown = concepts.Where(concept => !IsKnown(chart, concept)).GroupBy(concept => concept)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.ToString(), StringComparer.Ordinal).ToList();
            if (unknown.Count == 0)
                continue;
            var names = string.Join("; ", unknown.Take(Shown).Select(group => group.Key.ToString()));
            yield return new(
                IssueCode.UnrecognisedCode, Severity.Information, kind,
                $"{unknown.Sum(group => group.Count())} entries with {unknown.Count} different codes are in no value set ({names}"
                    + $"{(unknown.Count > Shown ? "; ..." : "")}). They were read as unrecognised, not as absent.");
        }
    }

    private static bool IsKnown(Chart chart, Concept concept)
    {
        foreach (var code in concept.Codes)
        {
            if (code.System == CodeSystem.Fact || chart.Knowledge.Knows(code))
                return true;
        }

        return false;
    }
}
