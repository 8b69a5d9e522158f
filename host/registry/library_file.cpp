#include "library_file.h"

#include <QFile>

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace thalweg {

namespace {

// A header at `offset`; zeros where the file ends before it.
template <class Header> Header readAt(QFile &file, quint64 offset)
{
    static_assert(std::is_trivially_copyable_v<Header>);
    Header header {};
    QByteArray bytes;
    if (file.seek(static_cast<qint64>(offset)))
        bytes = file.read(sizeof(Header));
    if (bytes.size() == sizeof(Header))
        std::memcpy(&header, bytes.constData(), sizeof(Header));
    return header;
}

// The number of bytes that the headers speak of (ELF-64, System V ABI, chapter 4).
quint64 lengthByHeaders(QFile &file, const Elf64_Ehdr &elf)
{
    quint64 length = sizeof elf;
    const auto reachTo = [&](quint64 offset, quint64 size) { length = std::max(length, offset + size); };
    reachTo(elf.e_phoff, quint64(elf.e_phnum) * elf.e_phentsize);
    reachTo(elf.e_shoff, quint64(elf.e_shnum) * elf.e_shentsize);
    for (quint64 i = 0; i < elf.e_phnum; ++i) {
        const auto segment = readAt<Elf64_Phdr>(file, elf.e_phoff + i * elf.e_phentsize);
        reachTo(segment.p_offset, segment.p_filesz);
    }
    return length;
}

} // namespace

QString libraryFileProblem(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("cannot be read: %1").arg(file.errorString());
    const QByteArray magic = file.peek(EI_NIDENT);
    if (magic.size() < EI_NIDENT || !magic.startsWith(QByteArray(ELFMAG, SELFMAG)))
        return QStringLiteral("is not a shared library, whatever its name says; remove it or build it anew");
    if (magic[EI_CLASS] != ELFCLASS64)
        return QStringLiteral("is not a library for 64-bit processors; build it anew on this machine");
    const auto size = static_cast<quint64>(file.size());
    const quint64 length = lengthByHeaders(file, readAt<Elf64_Ehdr>(file, 0));
    if (length > size)
        return QStringLiteral("is cut short: it has %1 of at least %2 bytes; copy it again or build it anew")
            .arg(size)
            .arg(length);
    return {};
}

} // namespace thalweg
