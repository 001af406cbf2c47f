using Decidua.Clinical.Gestation;
using Decidua.Clinical.Records;
using Decidua.Planning.Asking;
using Decidua.Reasoning.Deriving;
using NodaTime;

namespace Decidua.Exchange.Planning;

/// <summary>
/// What a record says on when the present pregnancy began, as statements of a plan. Only statements that name one day count: a month or a
/// first entry cannot carry dates of injections. A stated gestation reaches the plan as a fact.
/// </summary>
internal static class RecordDatings
{
    /// <summary>The statements in the order of the record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="date">The day of the plan; nothing later is looked at.</param>
    /// <param name="knowledge">The knowledge.</param>
    internal static Entries<Dating> Of(Record record, LocalDate date, ReadingKnowledge knowledge) => Entries.From(
        Derivation.DatingOf(record, date, knowledge).Where(statement => statement.IsExact).Select(statement => Dating(statement, knowledge)).OfType<Dating>());

    private static Dating? Dating(DatingStatement statement, ReadingKnowledge knowledge) => statement.Method switch
    {
        DatingMethod.LastPeriod => new Dating(DatingKind.LastPeriod, statement.LatestStart, null, null, statement.From.Place),
        DatingMethod.DueDate when knowledge.LengthOfPregnancy is { } length => new Dating(DatingKind.DueDate, statement.LatestStart.PlusDays(length), null, null, statement.From.Place),
        _ => null,
    };
}
