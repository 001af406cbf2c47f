using System.Collections.Immutable;

namespace Decidua.Server.Entering;

/// <summary>How the text of a field becomes a member of a record file.</summary>
public enum HistoryNotation
{
    /// <summary>As it stands.</summary>
    Words,

    /// <summary>A date, see <see cref="DateEntry"/>.</summary>
    Date,

    /// <summary>A number with a decimal point.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>One choice that stands for several words of a list.</summary>
    List,
}

/// <summary>One field of a dated entry.</summary>
/// <param name="Member">The member of the record file that it fills, and the end of the field's name.</param>
/// <param name="Label">What stands above the field.</param>
/// <param name="Notation">How it is read.</param>
public sealed record HistoryField(string Member, string Label, HistoryNotation Notation = HistoryNotation.Words)
{
    /// <summary>What to write.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What can be chosen; empty when the field is typed.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether it stands behind the fold of what is rarely known.</summary>
    public bool IsRare { get; init; }
}

/// <summary>A kind of dated entry: a pregnancy that ended, a test for antibodies.</summary>
/// <param name="Id">The beginning of the names of its fields.</param>
/// <param name="List">The list of the record file that its entries stand in.</param>
/// <param name="Title">The heading over the entries.</param>
/// <param name="One">What one entry is called.</param>
/// <param name="Add">What the button that adds one says.</param>
/// <param name="Derivation">The derivation whose facts follow from the entries.</param>
/// <param name="Fields">The fields.</param>
public sealed record HistoryKind(string Id, string List, string Title, string One, string Add, string Derivation, ImmutableArray<HistoryField> Fields)
{
    private static readonly ImmutableArray<string> YesOrNo = ["yes", "no"];

    /// <summary>Pregnancies that have ended.</summary>
    public static HistoryKind Pregnancy { get; } = new("pregnancy", "pregnancies", "Earlier pregnancies", "Pregnancy", "Add a loss or birth", "losses",
    [
        new("ended", "When it ended", HistoryNotation.Date) { Hint = DateEntry.Hint },
        new("gestationAtEnd", "How far it was") { Hint = "Weeks+days, such as 8+3, or whole weeks" },
        new("end", "How it ended")
        {
            Choices = ["miscarriage", "biochemical", "stillbirth", "live birth", "ectopic", "molar", "termination"],
        },
        new("confirmedBy", "What ever showed it") { Choices = ["test only", "ultrasound", "tissue"] },
        new("causeKnown", "A cause of the loss is known", HistoryNotation.Truth) { Choices = YesOrNo, IsRare = true },
        new("fetusNormallyFormed", "The baby was normally formed", HistoryNotation.Truth) { Choices = YesOrNo, IsRare = true },
        new("chromosomes", "Chromosomes of the loss") { Choices = ["normal", "abnormal", "not known"], IsRare = true },
        new("earlyBirthReasons", "Born early, or died, because of", HistoryNotation.List)
        {
            Choices = ["pre-eclampsia", "placental insufficiency", "pre-eclampsia and placental insufficiency", "other"], IsRare = true,
        },
        new("partner", "Partner") { Hint = "A letter, the same for the same partner", IsRare = true },
        new("conception", "Conceived") { Choices = ["natural", "assisted"], IsRare = true },
    ]);

    /// <summary>Results of tests for antiphospholipid antibodies.</summary>
    public static HistoryKind Antibody { get; } = new("antibody", "antibodies", "Tests for antiphospholipid antibodies", "Result", "Add an antibody result", "antibodies",
    [
        new("on", "Day of the sample", HistoryNotation.Date) { Hint = DateEntry.Hint },
        new("test", "Test")
        {
            Choices = ["lupus anticoagulant", "anticardiolipin IgG", "anticardiolipin IgM", "anti-beta2-glycoprotein I IgG", "anti-beta2-glycoprotein I IgM"],
        },
        new("result", "What the laboratory called it") { Choices = ["negative", "low", "positive", "moderate", "high"] },
        new("value", "Titre", HistoryNotation.Number) { Hint = "A number, with its unit beside it" },
        new("unit", "Unit of the titre") { Hint = "GPL, MPL or U/mL" },
        new("anticoagulant", "She was then on")
        {
            Choices = ["none", "prophylactic LMWH", "therapeutic LMWH", "prophylactic UFH", "therapeutic UFH", "warfarin", "direct oral"],
        },
        new("centile99", "The laboratory's 99th centile", HistoryNotation.Number) { Hint = "In the same unit", IsRare = true },
        new("inr", "INR of the sample", HistoryNotation.Number) { IsRare = true },
        new("antiXa", "Anti-Xa of the sample (U/mL)", HistoryNotation.Number) { IsRare = true },
        new("neutraliser", "The reagent neutralises heparin", HistoryNotation.Truth) { Choices = YesOrNo, IsRare = true },
        new("acuteIllness", "She was acutely ill", HistoryNotation.Truth) { Choices = YesOrNo, IsRare = true },
        new("pregnant", "She was pregnant", HistoryNotation.Truth) { Choices = YesOrNo, IsRare = true },
    ]);

    /// <summary>All kinds, in the order in which they are shown.</summary>
    public static ImmutableArray<HistoryKind> All { get; } = [Pregnancy, Antibody];
}
