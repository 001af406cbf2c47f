using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Checking;

/// <summary>Checks that every column which is meant as a dose can be read as one.</summary>
internal static class DoseColumnCheck
{
    internal static void Check(Guideline guideline, ICollection<Issue> issues)
    {
        foreach (var table in guideline.Tables)
        {
            foreach (var column in table.OutputColumns.Where(column => column.Derived is null && DoseColumn.IsMeant(column)))
            {
                var dose = DoseColumn.Parse(column);
                if (dose is null)
                    issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedDoseColumn,
                        $"The column '{column.Name}' of '{table.Title}' looks like a dose and cannot be read as one. Expected '{DoseColumn.Form}'.",
                        Nearest.Hint(column.Name.Split(' ')[0], DoseColumn.Medicines)));
                else if (dose is { IsHeparin: true, Intensity: Advice.Intensity.None })
                    issues.Add(new Issue(IssueCode.DoseWithoutIntensity, Severity.Warning, table.Place.ToString(),
                        $"The column '{column.Name}' of '{table.Title}' does not say how much heparin it stands for, so no plan takes a dose from it.",
                        "Write 'prophylactic', 'high prophylactic' or 'therapeutic' behind a comma."));
            }
        }
    }
}
