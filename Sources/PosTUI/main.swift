import Glibc

#if !DEBUG
    ProcessHardening.apply()
#endif
exit(PostUICommand.runMain().code)
