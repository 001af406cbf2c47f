using Decidua.Clinical.Records;

namespace Decidua.Exchange.RecordFile;

/// <summary>Reads a result of a test for antiphospholipid antibodies of a record file.</summary>
internal static class AntibodyEntry
{
    /// <summary>Reads one object of the list <c>antibodies</c>; it must name a test, and a value or a word for the result.</summary>
    public static AntibodyResult Read(Members members, Origin from)
    {
        if (!members.Has("test"))
            members.Missing("test");
        if (!members.Has("result") && !members.Has("value"))
            members.Missing("result' or 'value");
        var unit = members.Text("unit") ?? "";
        return new()
        {
            Test = members.Choice("test", [.. Enum.GetValues<AntibodyTest>().Select(test => (test.InWords, test))]),
            From = from,
            When = members.Date("on"),
            Verdict = members.Choice(
                "result", ("negative", AntibodyVerdict.Negative), ("low", AntibodyVerdict.Low), ("positive", AntibodyVerdict.Positive),
                ("moderate", AntibodyVerdict.Moderate), ("high", AntibodyVerdict.High)),
            Titre = members.Number("value") is { } value ? new(value, unit) : null,
            Centile99 = members.Number("centile99"),
            Anticoagulant = members.Choice(
                "anticoagulant", ("none", SampleAnticoagulant.None), ("prophylactic LMWH", SampleAnticoagulant.ProphylacticLmwh),
                ("therapeutic LMWH", SampleAnticoagulant.TherapeuticLmwh), ("prophylactic UFH", SampleAnticoagulant.ProphylacticUfh),
                ("therapeutic UFH", SampleAnticoagulant.TherapeuticUfh), ("warfarin", SampleAnticoagulant.Warfarin), ("direct oral", SampleAnticoagulant.DirectOral)),
            Inr = members.Number("inr"),
            AntiXa = members.Number("antiXa"),
            Neutraliser = members.TruthOrNothing("neutraliser"),
            AcuteIllness = members.TruthOrNothing("acuteIllness"),
            Pregnant = members.TruthOrNothing("pregnant"),
        };
    }
}
