using System.CommandLine;
using Decidua.Cli;
using Decidua.Cli.Commands;

var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder.", Recursive = true };
var root = new RootCommand("Decidua: decision support for heparin in pregnancy. For licensed clinicians; not a certified device.")
{
    knowledge,
    AssessCommand.Make(knowledge),
    PlanCommand.Make(knowledge),
    CompareCommand.Make(knowledge),
    ExplainCommand.Make(knowledge),
    AskCommand.Make(knowledge),
    KnowledgeCommand.Make(knowledge),
    CasesCommand.Make(knowledge),
    ServeCommand.Make(knowledge),
};
var parsed = root.Parse(args);
var code = parsed.Invoke();
return parsed.Errors.Count > 0 ? ExitCode.BadInput : code;
