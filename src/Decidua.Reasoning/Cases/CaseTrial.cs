using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Cases;

/// <summary>Runs worked cases: assesses the woman and compares every expectation with the answer.</summary>
/// <param name="assessor">The knowledge that is tried.</param>
public sealed class CaseTrial(Assessor assessor)
{
    /// <summary>Runs one case.</summary>
    /// <param name="worked">The case.</param>
    /// <returns>One issue per expectation that is not met; empty when the case passes.</returns>
    public ImmutableArray<Issue> Run(KnowledgeCase worked)
    {
        var facts = FactsOf(worked);
        var issues = ImmutableArray.CreateBuilder<Issue>();
        foreach (var contradiction in assessor.Contradictions(facts))
            issues.Add(Fail(worked, worked.Place, contradiction.Message));
        var assessment = Assess(worked, facts);
        foreach (var expectation in worked.Expectations)
        {
            var finding = expectation switch
            {
                Expectation.Advice advice => Check(assessment, advice),
                Expectation.Value value => Check(assessment, value),
                Expectation.RowState state => Check(assessment, state),
                _ => throw new InvalidOperationException($"No such expectation: {expectation}."),
            };
            if (finding is not null) issues.Add(Fail(worked, expectation.Place, finding));
        }

        return issues.ToImmutable();
    }

    /// <summary>All guidelines, and the planning documents of which the case expects something.</summary>
    /// <param name="worked">The case.</param>
    /// <param name="facts">Its facts.</param>
    public Assessment Assess(KnowledgeCase worked, WomanFacts facts)
    {
        var library = assessor.Library;
        string[] planning = [.. library.Planning.Select(document => document.Id).Intersect(worked.Expectations.Select(expectation => expectation.Guideline))];
        return planning.Length == 0 ? assessor.Assess(facts) : assessor.Assess(facts, null, [.. library.Guidelines.Select(guideline => guideline.Id), .. planning]);
    }

    /// <summary>The facts of a case on top of nothing recorded.</summary>
    /// <param name="worked">The case.</param>
    public WomanFacts FactsOf(KnowledgeCase worked) => worked.Facts.Aggregate(
        WomanFacts.None(assessor.Library.Vocabulary), (facts, fact) => facts.With(fact.Fact, fact.Values, "case"));

    private static Issue Fail(KnowledgeCase worked, Place place, string finding) =>
        new(IssueCode.CaseFails, Severity.Error, place.ToString(), $"{worked.Title}: {finding}");

    private static string? Check(Assessment assessment, Expectation.Advice expected)
    {
        if (assessment.Of(expected.Guideline) is not { } answer) return $"expected an answer of '{expected.Guideline}'; there is no such guideline.";
        var given = answer.Recommendations.Where(one => one.Subject == expected.Subject).ToList();
        if (expected.Fields.GetValueOrDefault("advice") == "none")
            return given.Count == 0 ? null : $"expected no advice on {expected.Subject}; found {List(given)}.";
        return given.Exists(one => expected.Fields.All(field => Matches(one, field.Key, field.Value)))
            ? null
            : $"expected {expected.Subject} with {string.Join(", ", expected.Fields.Select(field => $"{field.Key} {field.Value}"))}; found {List(given)}.";
    }

    /// <summary>Milestones are compared by what they mean: <c>birth - 24 h</c> is <c>birth - 1 d</c>.</summary>
    private static bool Matches(Recommendation one, string name, string expected) => name switch
    {
        "from" => Milestone.Parse(expected) is { } from ? one.From == from : Field(one, name) == expected,
        "until" => Milestone.Parse(expected) is { } until ? one.Until == until : Field(one, name) == expected,
        _ => Field(one, name) == expected,
    };

    private static string Field(Recommendation one, string name) => name switch
    {
        "advice" => one.Advice.Word(),
        "intensity" => one.Intensity.Word() is { Length: > 0 } word ? word : "none",
        "from" => one.From?.ToString() ?? "none",
        "until" => one.Until?.ToString() ?? "none",
        "certainty" => one.Certainty == Certainty.Certain ? "certain" : "possible",
        "channel" => one.Channel,
        _ => throw new InvalidOperationException($"No such field: {name}."),
    };

    private static string List(List<Recommendation> given) =>
        given.Count == 0 ? "none" : string.Join(" | ", given.Select(one => $"{one} ({Field(one, "certainty")})"));

    private static string? Check(Assessment assessment, Expectation.Value expected)
    {
        var answer = assessment.Answers.FirstOrDefault(one => expected.Address.StartsWith(one.Guideline.Id + "/", StringComparison.Ordinal));
        if (answer is null) return $"no guideline has the address '{expected.Address}'.";
        if (answer.DerivedValue(expected.Address) is { } derived) return CheckDerived(derived, expected);
        var table = answer.Guideline.Tables.FirstOrDefault(table => expected.Address.StartsWith(table.Address + "/", StringComparison.Ordinal));
        var column = table?.OutputColumns.FirstOrDefault(column => $"{table.Address}/{column.Name}" == expected.Address);
        if (column is null) return $"'{expected.Address}' names neither a derived value nor a result.";
        var found = answer.Results.Where(result => result.Table == table)
            .SelectMany(result => result.Values).Where(value => value.Column == column).Select(value => value.Text).Distinct().ToList();
        var text = found.Count == 0 ? "none" : string.Join(", ", found);
        return text == expected.Text ? null : $"expected {expected.Address} to be {expected.Text}; found {text}.";
    }

    private static string? CheckDerived(DerivedAnswer derived, Expectation.Value expected)
    {
        var issues = new List<Issue>();
        var values = new TestReader(derived.Value.Type, issues).Read(new Cell(expected.Text, expected.Place));
        if (values is null) return issues[0].Message;
        return derived.Values == values ? null
            : $"expected {expected.Address} to be {expected.Text}; found {ValueText.Set(derived.Value.Type, derived.Values)}.";
    }

    private static string? Check(Assessment assessment, Expectation.RowState expected)
    {
        foreach (var answer in assessment.Answers)
        {
            if (answer.Guideline.Rows.FirstOrDefault(row => row.Address == expected.Address) is not { } row) continue;
            var state = answer.StateOf(row);
            var shown = state == RowState.SetAside ? RowState.DoesNotFire : state;
            return shown.Word() == expected.State ? null : $"expected row {expected.Address} {expected.State}; found {state.Word()}.";
        }

        return $"no row has the address '{expected.Address}'.";
    }
}
