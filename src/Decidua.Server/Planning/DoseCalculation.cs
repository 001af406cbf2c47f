using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Vocabulary;
using Decidua.Planning.Dosing;
using Decidua.Server.Assessing;
using Decidua.Server.Comparing;

namespace Decidua.Server.Planning;

/// <summary>One dose by weight, medicine, intensity and kidneys: what the protocol says, and every document beside it.</summary>
public sealed class DoseCalculation
{
    /// <summary>Name of the field with the medicine.</summary>
    public const string MedicineField = PlanForm.Prefix + "medicine";

    /// <summary>Name of the field with the intensity.</summary>
    public const string IntensityField = PlanForm.Prefix + "intensity";

    private static readonly string[] FactNames = ["phase", "dosing weight", "current weight", "booking BMI", "creatinine clearance", "platelet count"];

    /// <summary>Works the dose out.</summary>
    /// <param name="consultation">The facts.</param>
    public DoseCalculation(Consultation consultation)
    {
        Consultation = consultation;
        var library = consultation.Shelf.Library;
        Medicine = library.Product(consultation.Form.PlanEntries.GetValueOrDefault(MedicineField, ""))?.Id ?? "";
        Intensity = Intensities.FirstOrDefault(one => one.Word() == consultation.Form.PlanEntries.GetValueOrDefault(IntensityField, ""), Intensity.Prophylactic);
        if (Medicine.Length == 0 || consultation.Form.Protocol is not { } protocol || consultation.Assessment is not { } assessment) return;
        var asked = DoseColumn.HeparinNames.Contains(Medicine) ? Intensity : Intensity.None;
        Answer = consultation.Shelf.Doses.Find(assessment.Facts, protocol, Medicine, asked);
        Others = [.. consultation.Shelf.Doses.Across(assessment.Facts, protocol, Medicine, asked).Where(dose => dose.Document != Answer.Document)];
    }

    /// <summary>The intensities of a heparin.</summary>
    public static ImmutableArray<Intensity> Intensities { get; } = [Intensity.Prophylactic, Intensity.HighProphylactic, Intensity.Therapeutic];

    /// <summary>The facts.</summary>
    public Consultation Consultation { get; }

    /// <summary>The medicine; empty while none is chosen.</summary>
    public string Medicine { get; }

    /// <summary>How much heparin.</summary>
    public Intensity Intensity { get; }

    /// <summary>The dose by the protocol; null while no medicine is chosen, or the entries contradict one another.</summary>
    public DoseAnswer? Answer { get; }

    /// <summary>The dose by every other document that prints one.</summary>
    public ImmutableArray<DoseAnswer> Others { get; } = [];

    /// <summary>The facts that a dose hangs on, which stand on the page.</summary>
    public ImmutableArray<Fact> OwnFacts => [.. FactNames.Select(Consultation.Shelf.Library.Vocabulary.Named).OfType<Fact>()];

    /// <summary>The short name of a document, and its title.</summary>
    /// <param name="id">Its id.</param>
    public (string Short, string Title) Title(string id) => Consultation.Shelf.Library.Guideline(id) is { } document ? (GuidelineName.Short(document), document.Title) : (id, "");
}
