#include <house/disk/sqlite_vfs.h>

#include <house/disk/sqlite_file.h>

#include <algorithm>
#include <cstring>

namespace starqueue::house {

namespace {

SqliteVfs& owner(sqlite3_vfs* vfs)
{
    return *static_cast<SqliteVfs*>(vfs->pAppData);
}

/// Without a name: a file that only its opener sees.
Directory::File fileFor(Disk& disk, const char* name, int flags)
{
    if (name == nullptr)
        return std::make_shared<StoredFile>();
    if (auto found = disk.names().find(name))
        return found;
    return (flags & SQLITE_OPEN_CREATE) != 0 ? disk.create(name) : nullptr;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* to, int flags, int* openedWith)
{
    to->pMethods = nullptr;
    SqliteVfs& self = owner(vfs);
    auto file = self.disk().isDead() ? nullptr : fileFor(self.disk(), name, flags);
    if (file == nullptr)
        return SQLITE_CANTOPEN;
    auto locks = self.locksOf(file.get());
    auto* const open = new SqliteFile::Open{self.disk(), std::move(file), std::move(locks)};
    open->locks->join(open->holder);
    constexpr int kLogs = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
    if (name != nullptr && (flags & kLogs) != 0)
        open->folderToSync = Directory::folderOf(name);
    if (name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) != 0)
        open->removedAtClose = name;
    reinterpret_cast<SqliteFile*>(to)->open = open;
    to->pMethods = &sqliteFileMethods();
    if (openedWith != nullptr)
        *openedWith = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncsDirectory)
{
    Disk& disk = owner(vfs).disk();
    if (disk.names().find(name) == nullptr)
        return SQLITE_IOERR_DELETE_NOENT;
    DiskResult result = disk.remove(name);
    if (result == DiskResult::Done && syncsDirectory != 0)
        result = disk.syncNames(Directory::folderOf(name));
    return result == DiskResult::Done ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

// As the unix VFS: an empty file doesn't count as a journal that exists.
int isThere(sqlite3_vfs* vfs, const char* name, int flags, int* there)
{
    const auto file = owner(vfs).disk().names().find(name);
    *there = file != nullptr && (flags != SQLITE_ACCESS_EXISTS || file->size() > 0) ? 1 : 0;
    return SQLITE_OK;
}

int wholeName(sqlite3_vfs*, const char* name, int size, char* to)
{
    if (std::strlen(name) >= static_cast<std::size_t>(size))
        return SQLITE_CANTOPEN;
    std::strcpy(to, name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int size, char* to)
{
    Random& random = owner(vfs).disk().random();
    std::generate_n(to, size, [&] { return static_cast<char>(random()); });
    return size;
}

int sleepFor(sqlite3_vfs* vfs, int micros)
{
    owner(vfs).disk().passTime(std::chrono::microseconds{micros});
    return micros;
}

// In ms since noon of the first Julian day.
int currentTime(sqlite3_vfs* vfs, sqlite3_int64* to)
{
    constexpr sqlite3_int64 kEpoch = 210'866'760'000'000;
    const auto wall = owner(vfs).disk().clock().wall().time_since_epoch();
    *to = kEpoch + std::chrono::floor<std::chrono::milliseconds>(wall).count();
    return SQLITE_OK;
}

int currentDay(sqlite3_vfs* vfs, double* to)
{
    sqlite3_int64 now = 0;
    (void)currentTime(vfs, &now);
    *to = static_cast<double>(now) / 86'400'000.0;
    return SQLITE_OK;
}

int lastError(sqlite3_vfs*, int, char*)
{
    return 0;
}

// Without its locks and without counting its memory SQLite takes a tenth less. The house has one thread, and
// nobody asks. Where SQLite has begun already nothing changes.
void useSqliteAlone()
{
    ::sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    ::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

} // namespace

SqliteVfs::SqliteVfs(Disk& disk) : m_disk(disk), m_vfs(std::make_unique<sqlite3_vfs>())
{
    useSqliteAlone();
    constexpr int kLongestName = 512;
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = static_cast<int>(sizeof(SqliteFile));
    m_vfs->mxPathname = kLongestName;
    m_vfs->zName = "house";
    m_vfs->pAppData = this;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = deleteFile;
    m_vfs->xAccess = isThere;
    m_vfs->xFullPathname = wholeName;
    m_vfs->xRandomness = randomness;
    m_vfs->xSleep = sleepFor;
    m_vfs->xCurrentTime = currentDay;
    m_vfs->xGetLastError = lastError;
    m_vfs->xCurrentTimeInt64 = currentTime;
    ::sqlite3_vfs_register(m_vfs.get(), 1);
    ::sqlite3_randomness(0, nullptr); // SQLite seeds its own generator anew, from this VFS
}

SqliteVfs::~SqliteVfs()
{
    ::sqlite3_vfs_unregister(m_vfs.get());
}

std::shared_ptr<FileLocks> SqliteVfs::locksOf(const StoredFile* file)
{
    auto& known = m_locks[file];
    auto locks = known.lock();
    if (locks == nullptr)
        known = locks = std::make_shared<FileLocks>();
    return locks;
}

} // namespace starqueue::house
