namespace Decidua.Bench.ByHand;

// The choices of the facts and derived values, in the order of the vocabulary and the guideline.

internal enum FactorVLeidenIs { None, OneCopy, TwoCopies }

internal enum ProthrombinVariantIs { None, OneCopy, TwoCopies }

internal enum PlannedCaesareanIs { None, Tomorrow, Today }

internal enum ModeOfBirthIs { NotYet, Vaginal, LowInstrumental, MidCavityOrRotational, ElectiveCaesarean, CaesareanInLabour }

internal enum ActiveBleedingIs { None, Spotting, Moderate, Major }

internal enum PreviousClotIs { None, SingleAfterMajorSurgery, SingleUnprovokedOrMinor, SingleOestrogenOrPregnancyRelated, Recurrent }

internal enum UndocumentedClotIs { None, GoodHistory, DoubtfulHistory }

internal enum ThrombophiliaClassRCOGIs { None, LowRisk, HighRisk }

internal enum AntiphospholipidAntibodiesIs { None, NotConfirmed, Persistent }

internal enum FamilyHistoryOfClotsIs { None, FirstDegreeUnprovokedOrOestrogenRelated, FirstDegreeProvoked, MoreDistantRelative }

internal enum PhaseIs { NotPregnant, FertilityTreatment, Pregnant, Postpartum }

internal enum LMWHIntensityIs { None, Prophylactic, HighProphylactic, Therapeutic }

internal enum AntenatalLMWHIs { None, ShortCourseOnAdmissionOnly, IndicatedThroughoutOrFrom28Weeks }

internal enum OtherAnticoagulantIs { None, UnfractionatedHeparin, Danaparoid, Fondaparinux }

internal enum RegionalBlockIs { None, CatheterInPlace, NeedleOrCatheterOut }

internal enum ThrombophiliaRCOGIs { None, LowRisk, HighRisk }

internal enum AntenatalTierIs { High, Intermediate, Lower }

internal enum PostnatalTierIs { High, Intermediate, Lower }

internal enum ClotHistoryGroupIs { VeryHigh, High, Intermediate, Low, None }
