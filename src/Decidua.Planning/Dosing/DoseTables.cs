using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;

namespace Decidua.Planning.Dosing;

/// <summary>One column of doses of a document.</summary>
/// <param name="Document">Guideline or planning document.</param>
/// <param name="Table">Its table.</param>
/// <param name="Column">The column.</param>
/// <param name="Dose">What the column's heading says.</param>
internal sealed record DoseEntry(Guideline Document, DecisionTable Table, OutputColumn Column, DoseColumn Dose);

/// <summary>Every column of doses in the knowledge, found once.</summary>
internal sealed class DoseTables
{
    private readonly ILookup<(string Document, string Medicine), DoseEntry> entries;

    internal DoseTables(Library library)
    {
        entries = (from document in library.Guidelines.Concat(library.Planning)
                   from table in document.Tables
                   from column in table.OutputColumns
                   where column.Derived is null
                   let dose = DoseColumn.Parse(column)
                   where dose is not null
                   select new DoseEntry(document, table, column, dose)).ToLookup(entry => (entry.Document.Id, entry.Dose.Medicine));
        Documents = [.. library.Guidelines.Concat(library.Planning).Select(document => document.Id)];
    }

    /// <summary>Ids of all documents: guidelines first, then planning documents.</summary>
    internal ImmutableArray<string> Documents { get; }

    /// <summary>The repeated doses of a medicine at one intensity that a document has, in its order.</summary>
    internal IEnumerable<DoseEntry> Of(string document, string medicine, Intensity intensity) =>
        entries[(document, medicine)].Where(entry => entry.Dose.Intensity == intensity && entry.Dose.EveryHours is not null);

    /// <summary>Whether a document has any.</summary>
    internal bool Has(string document, string medicine, Intensity intensity) => Of(document, medicine, intensity).Any();

    /// <summary>The documents that have some, in order.</summary>
    internal IEnumerable<string> With(string medicine, Intensity intensity) => Documents.Where(document => Has(document, medicine, intensity));
}
