using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Deriving;

/// <summary>What the causes of clots, and clots of relatives, leave of other facts: the documents <c>clot provocation</c> of knowledge/derivation.</summary>
/// <param name="ClassOf">What a cause leaves of the fact <c>previous clot</c>.</param>
/// <param name="FamilyHistoryOf">What a clot of a relative leaves of the fact <c>family history of clots</c>.</param>
internal sealed record ProvocationTable(
    ImmutableDictionary<string, ValueSet> ClassOf, ImmutableDictionary<Kinship, ValueSet> FamilyHistoryOf)
{
    private static readonly (string Word, Kinship Value)[] Relatives =
        [("not said", Kinship.Unstated), ("first degree", Kinship.FirstDegree), ("more distant", Kinship.MoreDistant)];

    /// <summary>Reads the tables of a library; without the facts they speak of there are none.</summary>
    public static ProvocationTable Read(Library library, List<Issue> issues)
    {
        var catalogue = new Catalogue("clot provocation", library, issues);
        var classes = new Dictionary<string, ValueSet>();
        var families = new Dictionary<Kinship, ValueSet>();
        if (library.Vocabulary.Named("clot provocation") is { } provocation && library.Vocabulary.Named("previous clot") is { } clot)
        {
            foreach (var row in catalogue.Rows("provocation", "previous clot"))
            {
                if (provocation.Type.Choice(row["provocation"].Text) is null)
                    row.Refuse(IssueCode.UnknownChoiceInCell, row["provocation"], $"'{row["provocation"].Text}' is no cause of a clot.", provocation.Type.ChoiceHint(row["provocation"].Text));
                if (row.Test("previous clot", clot.Type) is { } values)
                    classes[row["provocation"].Text] = values;
            }
        }

        if (library.Vocabulary.Named("family history of clots") is { } family)
        {
            foreach (var row in catalogue.Rows("relative", "family history of clots"))
            {
                if (row.Test("family history of clots", family.Type) is { } values)
                    families[row.Choice("relative", Relatives)] = values;
            }
        }

        if (classes.Count > 0 && families.Count > 0)
            catalogue.RefuseOthers();
        return new(classes.ToImmutableDictionary(), families.ToImmutableDictionary());
    }
}
