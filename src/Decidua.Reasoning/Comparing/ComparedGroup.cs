using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Compiling;

namespace Decidua.Reasoning.Comparing;

/// <summary>What one document says on one subject in answer to one question: the rows that advise, and the groups that warn.</summary>
/// <param name="Question">The question.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Advice">The rows that say if the thing is indicated, or ask for an act; null when there are none.</param>
/// <param name="Warnings">The groups of rows that forbid, hold or stop the thing, or call for help.</param>
internal sealed record ComparedGroup(ClinicalQuestion Question, string Subject, AdviceGroup? Advice, AdviceGroup[] Warnings)
{
    /// <summary>All its rows.</summary>
    internal required RowSet Rows { get; init; }

    /// <summary>The rows of the groups that warn.</summary>
    internal required RowSet WarningRows { get; init; }

    /// <summary>The rows that say when the thing must not be given; null when the document has none.</summary>
    internal AdviceGroup? Forbidding { get; } = Array.Find(Warnings, group => group.Kind == AdviceKind.Contraindicated);

    /// <summary>What a single row comes to when it alone fires, by the row's index; filled when first needed, and the same for every woman.</summary>
    internal ImmutableArray<Recommendation>[] OfRow { get; } = Advice is null ? [] : new ImmutableArray<Recommendation>[Advice.Rows.Words.Length * RowSet.BitsPerWord];
}

/// <summary>Sorts the rows of a document by question and subject.</summary>
internal static class ComparedGroups
{
    private const string AfterBirth = "postpartum";

    /// <summary>The fact that says where she stands.</summary>
    internal const string PhaseFact = "phase";

    /// <summary>The groups of a document, in the order of the questions and of the subjects: heparin first.</summary>
    /// <param name="program">The document.</param>
    /// <param name="hasGivenBirth">Whether they are for women who have certainly given birth: all that is said about them is about the time after it.</param>
    internal static ComparedGroup[] Of(RuleProgram program, bool hasGivenBirth) =>
    [
        .. from table in program.Guideline.Tables
           from row in table.Rows
           where row.Advice is not null
           from question in QuestionsOf(row, hasGivenBirth)
           group (table, row) by (question, row.Advice!.Subject) into same
           orderby same.Key.question.Order, Subjects.Place(same.Key.Subject)
           select Make(program, same.Key.question, same.Key.Subject, [.. same]),
    ];

    /// <summary>Whether a phase is certainly the time after the birth.</summary>
    internal static bool IsAfterBirth(FactType type, ValueSet phase) => phase == type.Choice(AfterBirth);

    private static ComparedGroup Make(RuleProgram program, ClinicalQuestion question, string subject, List<(DecisionTable Table, Row Row)> rows)
    {
        var advising = rows.Where(entry => !entry.Row.Advice!.Kind.IsSafety()).ToList();
        AdviceGroup[] warnings = [.. program.Groups.Where(group => group.Channel == question.Channel && group.Subject == subject && group.Kind is { } kind && kind.IsSafety())];
        var warning = warnings.SelectMany(group => group.Tables).SelectMany(table => table.Rows).ToList();
        return new ComparedGroup(question, subject, advising.Count == 0 ? null : AdviceGroups.Of(program, question.Channel, subject, advising), warnings)
        {
            Rows = RowSet.Of(advising.Select(entry => program.IndexOf[entry.Row]).Concat(warning), program.Rows.Length),
            WarningRows = RowSet.Of(warning, program.Rows.Length),
        };
    }

    private static IEnumerable<ClinicalQuestion> QuestionsOf(Row row, bool hasGivenBirth) => ClinicalQuestion.Of(row.Advice!.Channel).Where(question => question.Part switch
    {
        PartOfTime.BeforeBirth => !hasGivenBirth && !IsOnlyAfter(row),
        PartOfTime.AfterBirth => hasGivenBirth || IsOnlyAfter(row) || (row.Advice.Until is { } until && BirthTime.IsAfterBirth(until)),
        _ => true,
    });

    /// <summary>Whether a row speaks of the time after the birth alone. One that names no time speaks of the present.</summary>
    private static bool IsOnlyAfter(Row row) =>
        (row.Advice!.From is { } from && BirthTime.IsFromBirthOn(from)) || (Phase(row) is { } phase && IsAfterBirth(phase.Term.Type, phase.Values));

    private static Condition? Phase(Row row) => row.Conditions.FirstOrDefault(condition => condition.Term.Fact?.Name == PhaseFact);
}
