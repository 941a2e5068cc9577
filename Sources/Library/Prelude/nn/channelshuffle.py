# torch.nn.modules.channelshuffle (torch.nn, torch.nn.modules): channels of several groups, interleaved.
import torch.nn.functional as F
from torch.nn.modules.module import Module


class ChannelShuffle(Module):
    """Interleaves the channels of several groups."""

    def __init__(self, groups):
        super().__init__()
        self.groups = groups

    def forward(self, input):
        return F.channel_shuffle(input, self.groups)

    def extra_repr(self):
        return f"groups={self.groups}"
