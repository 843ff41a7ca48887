// libFuzzer over what a printer answers: no crash, no job without an end, no "printed" that the answers don't
// bear, no ticket sent twice. scripts/fuzz-printer.sh builds and runs it; the corpus beside this file is what
// it has found worth keeping.
#include <firmware-bridge/fuzz/answer_player.h>

namespace {

/// Says at the end how much it was.
struct RunTally : starqueue::bridge::FuzzTally
{
    ~RunTally() { print(); }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    static RunTally tally;
    starqueue::bridge::AnswerPlayer(data, size, tally).play();
    return 0;
}
