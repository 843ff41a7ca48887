#pragma once

#include <cli/certify/sheet/code_page_samples.h>

namespace starqueue::certify {

struct SheetOptions
{
    int qrEccBase = 0x30;
    bool hasPresenter = false; ///< a sheet that is cut off stays inside until it is put out (GS e)
};

/// A sheet that shows a person what only a person can see: a ruler, Chinese, a code, the `samples` with their
/// numbers from 1, and a cut. About 25 cm.
[[nodiscard]] std::string testSheet(const std::vector<CodePageSample>& samples, const SheetOptions& options);

} // namespace starqueue::certify
