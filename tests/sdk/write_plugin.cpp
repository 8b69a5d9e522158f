// write_plugin NAME FOLDER: what `thalweg new-plugin NAME` does in FOLDER.
#include <cli/plugins/new_plugin.h>

#include <cstdio>

int main(int argc, char *argv[])
{
    if (argc != 3)
        return 2;
    const thalweg::Result<void> written = thalweg::newPlugin(argv[1], argv[2]);
    if (!written)
        std::fprintf(stderr, "%s\n", written.error().what());
    return written ? 0 : 1;
}
