# torch.nn.functional: functions under names of older versions, and losses with a distance of one's own.
import torch
import torch.nn.functional as F


def upsample_nearest(input, size=None, scale_factor=None):
    """interpolate(..., mode="nearest")"""
    return F.interpolate(input, size, scale_factor, mode="nearest")


def upsample_bilinear(input, size=None, scale_factor=None):
    """interpolate(..., mode="bilinear", align_corners=True)"""
    return F.interpolate(input, size, scale_factor, mode="bilinear", align_corners=True)


def adaptive_max_pool1d_with_indices(input, output_size, return_indices=False):
    """Maxima over windows of a sequence, and where they are."""
    return F.adaptive_max_pool1d(input, output_size, True)


def adaptive_max_pool2d_with_indices(input, output_size, return_indices=False):
    """Maxima over windows of an image, and where they are."""
    return F.adaptive_max_pool2d(input, output_size, True)


def adaptive_max_pool3d_with_indices(input, output_size, return_indices=False):
    """Maxima over windows of a volume, and where they are."""
    return F.adaptive_max_pool3d(input, output_size, True)


def triplet_margin_with_distance_loss(
    anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False, reduction="mean"
):
    """The triplet loss with a distance function of one's own."""
    loss = torch.nn.TripletMarginWithDistanceLoss(
        distance_function=distance_function, margin=margin, swap=swap, reduction=reduction
    )
    return loss(anchor, positive, negative)
