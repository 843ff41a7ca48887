#include <db/pages/checksum_file.h>

#include <db/pages/checksum_vfs.h>
#include <db/pages/page_checksum.h>

#include <array>

namespace starqueue::db {

namespace {

ChecksumFile::Open& openOf(sqlite3_file* file)
{
    return *reinterpret_cast<ChecksumFile*>(file)->open;
}

sqlite3_file* belowOf(sqlite3_file* file)
{
    return openOf(file).below();
}

const sqlite3_io_methods& methodsOf(sqlite3_file* file)
{
    return *belowOf(file)->pMethods;
}

int closeChecksumFile(sqlite3_file* file)
{
    const int result = methodsOf(file).xClose(belowOf(file));
    delete &openOf(file);
    return result;
}

/// What is read beyond the end of a file is zeros; a page that is partly beyond it was cut.
bool isCut(sqlite3_file* file, int size, sqlite3_int64 at)
{
    sqlite3_int64 end = 0;
    return methodsOf(file).xFileSize(belowOf(file), &end) == SQLITE_OK && at < end && end < at + size &&
           openOf(file).verifiesSums();
}

int readPage(sqlite3_file* file, void* to, int size, sqlite3_int64 at)
{
    auto& open = openOf(file);
    const int result = methodsOf(file).xRead(belowOf(file), to, size, at);
    if (!open.isDatabase || (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ))
        return result;
    const std::string_view bytes{static_cast<const char*>(to), static_cast<std::size_t>(size)};
    open.note(bytes, at);
    if (!isWholePage(size, at))
        return result;
    if (open.isRight(bytes, at) && (result == SQLITE_OK || !isCut(file, size, at)))
        return result;
    setDamagedPage({open.name, static_cast<std::uint64_t>(at / size + 1)});
    return SQLITE_IOERR_DATA;
}

int writePage(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    auto& open = openOf(file);
    const char* const bytes = static_cast<const char*>(from);
    if (open.isDatabase)
        open.note({bytes, static_cast<std::size_t>(size)}, at);
    if (!open.isDatabase || !isWholePage(size, at) || !open.getsSums())
        return methodsOf(file).xWrite(belowOf(file), from, size, at);
    open.page.assign(bytes, bytes + size);
    setSum(open.page);
    return methodsOf(file).xWrite(belowOf(file), open.page.data(), size, at);
}

int truncateChecksumFile(sqlite3_file* file, sqlite3_int64 size)
{
    return methodsOf(file).xTruncate(belowOf(file), size);
}

int syncChecksumFile(sqlite3_file* file, int flags)
{
    return methodsOf(file).xSync(belowOf(file), flags);
}

int checksumFileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return methodsOf(file).xFileSize(belowOf(file), size);
}

int lockChecksumFile(sqlite3_file* file, int level)
{
    return methodsOf(file).xLock(belowOf(file), level);
}

int unlockChecksumFile(sqlite3_file* file, int level)
{
    return methodsOf(file).xUnlock(belowOf(file), level);
}

int isReserved(sqlite3_file* file, int* isIt)
{
    return methodsOf(file).xCheckReservedLock(belowOf(file), isIt);
}

/// PRAGMA checksum_verification, as cksumvfs has it: 1 where pages are verified; =OFF to look at a damaged
/// file all the same.
int verification(ChecksumFile::Open& open, char** words)
{
    if (const char* const value = words[2]; value != nullptr)
        open.isVerified = sqlite3_stricmp(value, "on") == 0 || sqlite3_stricmp(value, "1") == 0;
    words[0] = sqlite3_mprintf("%d", open.verifiesSums() ? 1 : 0);
    return SQLITE_OK;
}

int controlChecksumFile(sqlite3_file* file, int code, void* argument)
{
    auto& open = openOf(file);
    char** const words = static_cast<char**>(argument);
    if (code == SQLITE_FCNTL_PRAGMA && open.isDatabase &&
        sqlite3_stricmp(words[1], "checksum_verification") == 0)
        return verification(open, words);
    return methodsOf(file).xFileControl(belowOf(file), code, argument);
}

int sectorSizeBelow(sqlite3_file* file)
{
    return methodsOf(file).xSectorSize(belowOf(file));
}

// SQLITE_IOCAP_SUBPAGE_READ of newer versions: parts of pages may be read past the page cache.
int characteristicsBelow(sqlite3_file* file)
{
    constexpr int kSubpageRead = 0x8000;
    return methodsOf(file).xDeviceCharacteristics(belowOf(file)) & ~kSubpageRead;
}

int mapShared(sqlite3_file* file, int part, int size, int make, void volatile** to)
{
    if (auto& own = openOf(file).index) {
        *to = own->part(static_cast<std::size_t>(part), static_cast<std::size_t>(size), make != 0);
        return SQLITE_OK;
    }
    return methodsOf(file).xShmMap(belowOf(file), part, size, make, to);
}

int lockShared(sqlite3_file* file, int first, int count, int flags)
{
    return openOf(file).index ? SQLITE_OK : methodsOf(file).xShmLock(belowOf(file), first, count, flags);
}

void sharedBarrier(sqlite3_file* file)
{
    if (!openOf(file).index)
        methodsOf(file).xShmBarrier(belowOf(file));
}

int unmapShared(sqlite3_file* file, int remove)
{
    if (auto& own = openOf(file).index) {
        own->clear();
        return SQLITE_OK;
    }
    return methodsOf(file).xShmUnmap(belowOf(file), remove);
}

} // namespace

void ChecksumFile::Open::note(std::string_view bytes, std::int64_t at)
{
    if (const auto reserves = reservesSums(bytes, at))
        hasSums = reserves;
}

bool ChecksumFile::Open::isRight(std::string_view wholePage, std::int64_t at) const
{
    if (verifiesSums())
        return hasRightSum(wholePage);
    return !isVerified || at != 0 || !deniesItsSum(wholePage);
}

// Who opened the file while it was empty, and found its first page in the log, hasn't seen it here yet.
bool ChecksumFile::Open::getsSums()
{
    std::array<char, 100> header{};
    if (!hasSums && below()->pMethods->xRead(below(), header.data(), header.size(), 0) == SQLITE_OK)
        note({header.data(), header.size()}, 0);
    return hasSums.value_or(false);
}

// Version 2 has no memory mapping, whose pages nobody would verify.
const sqlite3_io_methods& checksumFileMethods()
{
    static const sqlite3_io_methods kMethods{2,
                                             closeChecksumFile,
                                             readPage,
                                             writePage,
                                             truncateChecksumFile,
                                             syncChecksumFile,
                                             checksumFileSize,
                                             lockChecksumFile,
                                             unlockChecksumFile,
                                             isReserved,
                                             controlChecksumFile,
                                             sectorSizeBelow,
                                             characteristicsBelow,
                                             mapShared,
                                             lockShared,
                                             sharedBarrier,
                                             unmapShared,
                                             nullptr,
                                             nullptr};
    return kMethods;
}

} // namespace starqueue::db
