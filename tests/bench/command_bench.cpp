// How long whole commands take, from the start of the process to its end.

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <string>
#include <vector>

namespace {

void command(benchmark::State &state, std::vector<std::string> arguments)
{
    std::vector<char *> argv;
    for (std::string &argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
    for (auto _ : state) {
        pid_t process = 0;
        int status = 0;
        if (posix_spawn(&process, argv[0], &quiet, nullptr, argv.data(), environ) != 0
            || waitpid(process, &status, 0) != process || status != 0)
            state.SkipWithError("the command failed");
    }
    posix_spawn_file_actions_destroy(&quiet);
}

} // namespace

int main(int argc, char **argv)
{
    const std::string program = THALWEG_PROGRAM;
    const std::string seed = THALWEG_WORKFLOWS "/seed-quadratic.thalweg";
    const auto add = [](const char *name, const std::vector<std::string> &arguments) {
        benchmark::RegisterBenchmark(name, command, arguments)->Unit(benchmark::kMillisecond)->UseRealTime();
    };
    add("thalweg --version", { program, "--version" });
    add("thalweg run seed", { program, "run", seed });
    add("thalweg run seed --out", { program, "run", seed, "--out", THALWEG_FIGURES });
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
