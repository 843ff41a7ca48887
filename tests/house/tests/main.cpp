#include <house/kernel/kernel.h>

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    starqueue::house::Kernel::prepare(argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
