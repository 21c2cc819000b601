import Glibc

let program = Program(CommandTable.all, environment: .process)
exit(program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
