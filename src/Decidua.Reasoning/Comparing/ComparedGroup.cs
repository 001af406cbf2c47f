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
    internal static ComparedGroup[] Of(RuleProgram program) =>
    [
        .. from table in program.Guideline.Tables
           from row in table.Rows
           where row.Advice is not null
           from question in QuestionsOf(row)
           group (table, row) by (question, row.Advice!.Subject) into same
           orderby same.Key.question.Order, Subjects.Place(same.Key.Subject)
           select Make(program, same.Key.question, same.Key.Subject, [.. same]),
    ];

    /// <summary>Whether a phase is certainly the time after the birth.</summary>
    internal static bool IsAfterBirth(FactType type, ValueSet phase) => phase == type.Choice(AfterBirth);

    private static ComparedGroup Make(RuleProgram program, ClinicalQuestion question, string subject, List<(DecisionTable Table, Row Row)> rows)
    {
        var advising = rows.Where(entry => !entry.Row.Advice!.Kind.IsSafety()).ToList();
        return new ComparedGroup(question, subject,
            advising.Count == 0 ? null : AdviceGroups.Of(program, question.Channel, subject, advising),
            [.. program.Groups.Where(group => group.Channel == question.Channel && group.Subject == subject && group.Kind is { } kind && kind.IsSafety())]);
    }

    private static IEnumerable<ClinicalQuestion> QuestionsOf(Row row)
    {
        var questions = ClinicalQuestion.Of(row.Advice!.Channel);
        return questions.Length == 1 ? questions : questions.Where(question => question.Part == PartOfTime.AfterBirth ? MayBeAfter(row) : MayBeBefore(row));
    }

    /// <summary>Whether a row speaks about some time before the birth.</summary>
    private static bool MayBeBefore(Row row) => !(row.Advice!.From is { } from && BirthTime.IsFromBirthOn(from))
        && !(Phase(row) is { } phase && IsAfterBirth(phase.Term.Type, phase.Values));

    /// <summary>
    /// Whether a row speaks about some time after the birth: it starts there, or ends there, or has no end and is not for a phase
    /// before it.
    /// </summary>
    private static bool MayBeAfter(Row row)
    {
        if (!MayBeBefore(row)) return true;
        if (row.Advice!.Until is { } until) return BirthTime.IsAfterBirth(until);
        return Phase(row) is not { } phase || (phase.Term.Type.Choice(AfterBirth) is { } after && phase.Values.Meets(after));
    }

    private static Condition? Phase(Row row) => row.Conditions.FirstOrDefault(condition => condition.Term.Fact?.Name == PhaseFact);
}
