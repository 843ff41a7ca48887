#include <db/support/fault_disk.h>

#include <sqlite3.h>

#include <new>

namespace starqueue::db::test {

namespace {

/// Our file and, right behind it, the system's.
struct File
{
    sqlite3_file base;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* realOf(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real();
}

const sqlite3_io_methods& methodsOf(sqlite3_file* file)
{
    return *realOf(file)->pMethods;
}

int onClose(sqlite3_file* f)
{
    return methodsOf(f).xClose(realOf(f));
}
int onRead(sqlite3_file* f, void* to, int n, sqlite3_int64 at)
{
    return methodsOf(f).xRead(realOf(f), to, n, at);
}
int onWrite(sqlite3_file* f, const void* from, int n, sqlite3_int64 at)
{
    const int fault = FaultDisk::get().onWrite();
    return fault == SQLITE_OK ? methodsOf(f).xWrite(realOf(f), from, n, at) : fault;
}
int onTruncate(sqlite3_file* f, sqlite3_int64 size)
{
    return methodsOf(f).xTruncate(realOf(f), size);
}
int onSync(sqlite3_file* f, int flags)
{
    const int fault = FaultDisk::get().onSync();
    return fault == SQLITE_OK ? methodsOf(f).xSync(realOf(f), flags) : fault;
}
int onFileSize(sqlite3_file* f, sqlite3_int64* size)
{
    return methodsOf(f).xFileSize(realOf(f), size);
}
int onLock(sqlite3_file* f, int how)
{
    return methodsOf(f).xLock(realOf(f), how);
}
int onUnlock(sqlite3_file* f, int how)
{
    return methodsOf(f).xUnlock(realOf(f), how);
}
int onCheckReserved(sqlite3_file* f, int* out)
{
    return methodsOf(f).xCheckReservedLock(realOf(f), out);
}
int onControl(sqlite3_file* f, int op, void* arg)
{
    return methodsOf(f).xFileControl(realOf(f), op, arg);
}
int onSectorSize(sqlite3_file* f)
{
    return methodsOf(f).xSectorSize(realOf(f));
}
int onCharacteristics(sqlite3_file* f)
{
    return methodsOf(f).xDeviceCharacteristics(realOf(f));
}
int onShmMap(sqlite3_file* f, int page, int size, int extend, void volatile** out)
{
    return methodsOf(f).xShmMap(realOf(f), page, size, extend, out);
}
int onShmLock(sqlite3_file* f, int offset, int n, int flags)
{
    return methodsOf(f).xShmLock(realOf(f), offset, n, flags);
}
void onShmBarrier(sqlite3_file* f)
{
    methodsOf(f).xShmBarrier(realOf(f));
}
int onShmUnmap(sqlite3_file* f, int remove)
{
    return methodsOf(f).xShmUnmap(realOf(f), remove);
}

const sqlite3_io_methods kMethods{2,
                                  onClose,
                                  onRead,
                                  onWrite,
                                  onTruncate,
                                  onSync,
                                  onFileSize,
                                  onLock,
                                  onUnlock,
                                  onCheckReserved,
                                  onControl,
                                  onSectorSize,
                                  onCharacteristics,
                                  onShmMap,
                                  onShmLock,
                                  onShmBarrier,
                                  onShmUnmap,
                                  nullptr,
                                  nullptr};

sqlite3_vfs* system()
{
    static sqlite3_vfs* const kSystem = sqlite3_vfs_find(nullptr);
    return kSystem;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    file->pMethods = nullptr;
    const int result = system()->xOpen(system(), name, realOf(file), flags, outFlags);
    if (result == SQLITE_OK)
        file->pMethods = &kMethods;
    return result;
}

void install()
{
    static sqlite3_vfs vfs = *system();
    vfs.zName = "fault-disk";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + system()->szOsFile;
    vfs.xOpen = openFile;
    sqlite3_vfs_register(&vfs, 1);
}

} // namespace

FaultDisk& FaultDisk::get()
{
    static FaultDisk disk;
    static const bool kInstalled = (install(), true);
    static_cast<void>(kInstalled);
    return disk;
}

void FaultDisk::failOnce(int nth, int code)
{
    m_failed = false;
    m_code = code;
    m_left = nth;
}

void FaultDisk::heal()
{
    m_full = false;
    m_left = -1;
}

int FaultDisk::count(int code)
{
    if (m_left < 0 || m_left-- > 0)
        return SQLITE_OK;
    m_failed = true;
    return code;
}

int FaultDisk::onWrite()
{
    if (m_full)
        return SQLITE_FULL;
    return m_code == SQLITE_IOERR_FSYNC ? SQLITE_OK : count(m_code);
}

int FaultDisk::onSync()
{
    return m_code == SQLITE_IOERR_FSYNC ? count(m_code) : SQLITE_OK;
}

} // namespace starqueue::db::test
