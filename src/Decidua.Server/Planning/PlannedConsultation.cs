using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Vocabulary;
using Decidua.Planning;
using Decidua.Planning.Asking;
using Decidua.Planning.Holding;
using Decidua.Server.Assessing;

namespace Decidua.Server.Planning;

/// <summary>What the plan pages show of one woman: her entries, and the plan that follows. Nothing of it outlives the request.</summary>
public sealed class PlannedConsultation
{
    /// <summary>Makes the plan for the entries of a form.</summary>
    /// <param name="consultation">The facts.</param>
    /// <param name="form">Dates, clock, medicine.</param>
    public PlannedConsultation(Consultation consultation, PlanForm form)
    {
        Consultation = consultation;
        Form = form;
        if (form.Request is not { } request || consultation.Assessment is null) return;
        if (form.AsksForNeedle && consultation.Form.Protocol is { } protocol) Needle = new NeedleNow(consultation.Shelf.Assessor).Answer(consultation.Form.Facts, protocol, request);
        if (consultation.Form.IsBlank) return;
        var plan = consultation.Shelf.Planner.Make(consultation.Form.Facts, consultation.Form.Protocol, request);
        Refused = [.. plan.Issues.Where(issue => issue.Severity == Severity.Error)];
        if (Refused.IsEmpty) Plan = plan;
    }

    /// <summary>The facts.</summary>
    public Consultation Consultation { get; }

    /// <summary>Dates, clock, medicine.</summary>
    public PlanForm Form { get; }

    /// <summary>The plan; null while nothing is entered, and when something cannot be.</summary>
    public Plan? Plan { get; }

    /// <summary>Whether a block may be placed now; null when nobody asked.</summary>
    public NeedleAnswer? Needle { get; }

    /// <summary>The facts that stand on the plan page themselves, because a block or a dose hangs on them.</summary>
    public ImmutableArray<Fact> OwnFacts => [.. OwnFactNames.Select(Consultation.Shelf.Library.Vocabulary.Named).OfType<Fact>()];

    private static readonly string[] OwnFactNames = ["LMWH intensity", "platelet count", "creatinine clearance"];

    /// <summary>Why there is no plan although every field could be read.</summary>
    public ImmutableArray<Issue> Refused { get; } = [];

    /// <summary>Whether anything has to be corrected first.</summary>
    public bool HasErrors => Consultation.Form.HasErrors || !Form.Issues.IsEmpty || !Refused.IsEmpty;

    /// <summary>What was asked; only where there is a plan.</summary>
    public PlanRequest Request => Plan!.Request;
}
